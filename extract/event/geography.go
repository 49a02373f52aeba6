package event

import "strings"

// geography maps countries to themselves and their adjectives to them;
// capitals maps the seats of governments to the country that they stand for.
var geography, capitals = readGeography()

// countries holds "country: demonyms and adjectives: capital" a line.
const countries = `
Afghanistan:Afghan Afghans:Kabul
Albania:Albanian Albanians:Tirana
Algeria:Algerian Algerians:Algiers
Argentina:Argentine Argentinian Argentines:Buenos Aires
Armenia:Armenian Armenians:Yerevan
Australia:Australian Australians:Canberra
Austria:Austrian Austrians:Vienna
Azerbaijan:Azerbaijani Azerbaijanis Azeri:Baku
Bahrain:Bahraini:Manama
Bangladesh:Bangladeshi Bangladeshis:Dhaka
Belarus:Belarusian Belarusians:Minsk
Belgium:Belgian Belgians:Brussels
Bolivia:Bolivian Bolivians:La Paz
Bosnia:Bosnian Bosnians:Sarajevo
Brazil:Brazilian Brazilians:Brasília
Britain:British Britons:London
Bulgaria:Bulgarian Bulgarians:Sofia
Burundi:Burundian Burundians:Gitega
Cambodia:Cambodian Cambodians:Phnom Penh
Cameroon:Cameroonian:Yaoundé
Canada:Canadian Canadians:Ottawa
Chile:Chilean Chileans:Santiago
China:Chinese:Beijing
Colombia:Colombian Colombians:Bogotá
Croatia:Croatian Croatians:Zagreb
Cuba:Cuban Cubans:Havana
Cyprus:Cypriot Cypriots:Nicosia
Denmark:Danish Danes:Copenhagen
Ecuador:Ecuadorian:Quito
Egypt:Egyptian Egyptians:Cairo
England:English:
Eritrea:Eritrean:Asmara
Estonia:Estonian Estonians:Tallinn
Ethiopia:Ethiopian Ethiopians:Addis Ababa
Finland:Finnish Finns:Helsinki
France:French:Paris
Georgia:Georgian Georgians:Tbilisi
Germany:German Germans:Berlin
Ghana:Ghanaian:Accra
Greece:Greek Greeks:Athens
Guatemala:Guatemalan:
Haiti:Haitian Haitians:Port-au-Prince
Honduras:Honduran:
Hungary:Hungarian Hungarians:Budapest
Iceland:Icelandic Icelanders:Reykjavík
India:Indian Indians:New Delhi
Indonesia:Indonesian Indonesians:Jakarta
Iran:Iranian Iranians:Tehran
Iraq:Iraqi Iraqis:Baghdad
Ireland:Irish:Dublin
Israel:Israeli Israelis:Jerusalem
Italy:Italian Italians:Rome
Jamaica:Jamaican:Kingston
Japan:Japanese:Tokyo
Jordan:Jordanian Jordanians:Amman
Kazakhstan:Kazakh Kazakhs:Astana
Kenya:Kenyan Kenyans:Nairobi
Kosovo:Kosovar:Pristina
Kuwait:Kuwaiti Kuwaitis:
Latvia:Latvian Latvians:Riga
Lebanon:Lebanese:Beirut
Libya:Libyan Libyans:Tripoli
Lithuania:Lithuanian Lithuanians:Vilnius
Malaysia:Malaysian Malaysians:Kuala Lumpur
Mali:Malian Malians:Bamako
Malta:Maltese:Valletta
Mexico:Mexican Mexicans:Mexico City
Moldova:Moldovan Moldovans:Chișinău
Mongolia:Mongolian:
Morocco:Moroccan Moroccans:Rabat
Myanmar:Burmese:Naypyidaw
Nepal:Nepalese Nepali:Kathmandu
Netherlands:Dutch:The Hague
New Zealand:New-Zealander:Wellington
Nicaragua:Nicaraguan:Managua
Nigeria:Nigerian Nigerians:Abuja
North Korea:North-Korean:Pyongyang
Norway:Norwegian Norwegians:Oslo
Oman:Omani Omanis:Muscat
Pakistan:Pakistani Pakistanis:Islamabad
Palestine:Palestinian Palestinians:Ramallah
Peru:Peruvian Peruvians:Lima
Philippines:Philippine Filipino Filipinos:Manila
Poland:Polish Poles:Warsaw
Portugal:Portuguese:Lisbon
Qatar:Qatari:Doha
Romania:Romanian Romanians:Bucharest
Russia:Russian Russians:Moscow Kremlin
Rwanda:Rwandan Rwandans:Kigali
Samoa:Samoan Samoans:Apia
Saudi Arabia:Saudi Saudis:Riyadh
Scotland:Scottish Scots:Edinburgh
Serbia:Serbian Serbs:Belgrade
Singapore:Singaporean:
Slovakia:Slovak Slovaks:Bratislava
Slovenia:Slovenian Slovenes:Ljubljana
Somalia:Somali Somalis:Mogadishu
South Africa:South-African:Pretoria
South Korea:South-Korean:Seoul
South Sudan:South-Sudanese:Juba
Spain:Spanish Spaniards:Madrid
Sri Lanka:Sri-Lankan:Colombo
Sudan:Sudanese:Khartoum
Sweden:Swedish Swedes:Stockholm
Switzerland:Swiss:Bern
Syria:Syrian Syrians:Damascus
Taiwan:Taiwanese:Taipei
Thailand:Thai Thais:Bangkok
Tunisia:Tunisian Tunisians:Tunis
Turkey:Turkish Turks:Ankara
Uganda:Ugandan Ugandans:Kampala
Ukraine:Ukrainian Ukrainians:Kyiv Kiev
United Arab Emirates:Emirati:Abu Dhabi
United Kingdom:UK:
United States:American Americans US U.S. USA:Washington
Uruguay:Uruguayan:Montevideo
Uzbekistan:Uzbek:Tashkent
Venezuela:Venezuelan Venezuelans:Caracas
Vietnam:Vietnamese:Hanoi
Wales:Welsh:Cardiff
Yemen:Yemeni Yemenis:Sanaa
Zambia:Zambian:Lusaka
Zimbabwe:Zimbabwean:Harare
`

func readGeography() (countryOf, seatOf map[string]string) {
	countryOf, seatOf = map[string]string{}, map[string]string{}
	for line := range strings.Lines(countries) {
		parts := strings.Split(strings.TrimSpace(line), ":")
		if len(parts) != 3 {
			continue
		}
		countryOf[parts[0]] = parts[0]
		for w := range strings.FieldsSeq(parts[1]) {
			countryOf[strings.ReplaceAll(w, "-", " ")] = parts[0]
		}
		// Most seats have one word, and those of two are one seat.
		if seats := strings.Fields(parts[2]); len(seats) == 1 || parts[0] == "Russia" || parts[0] == "Ukraine" {
			for _, seat := range seats {
				seatOf[seat] = parts[0]
			}
		} else if parts[2] != "" {
			seatOf[parts[2]] = parts[0]
		}
	}
	return countryOf, seatOf
}

// places are countries, and states and provinces that go before names.
var places = readPlaces()

func readPlaces() map[string]bool {
	m := words(`Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
		Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
		Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming
		Ontario Quebec Alberta Manitoba Queensland Victoria Tasmania Karnataka Kerala Bavaria Punjab Gujarat`)
	for country := range geography {
		m[country] = true
	}
	return m
}
