package event

import "strings"

// gender is what a name or a noun tells of a person.
type gender uint8

const (
	unknown gender = iota
	male
	female
)

// givenNames maps given names, and genders nouns for people, to what they tell.
var (
	givenNames = readGenders(maleNames, femaleNames)
	genders    = readGenders(maleNouns, femaleNouns)
)

func readGenders(males, females string) map[string]gender {
	m := map[string]gender{}
	for w := range words(males) {
		m[w] = male
	}
	for w := range words(females) {
		m[w] = female
	}
	return m
}

const maleNouns = `
mr sir lord king prince sultan emperor emir sheikh pope bishop archbishop cardinal imam ayatollah congressman chairman spokesman actor
businessman man boy father son brother husband uncle nephew grandfather grandson gentleman policeman fireman widower sportsman
duke baron count monk priest fisherman gunman
`

const femaleNouns = `
mrs ms miss madam lady queen princess congresswoman chairwoman spokeswoman actress businesswoman woman girl mother daughter sister wife
aunt niece grandmother granddaughter policewoman widow sportswoman duchess baroness countess nun dame
`

// maleNames and femaleNames are common given names that only one sex bears.
const maleNames = `
aaron abdul abraham adam ahmed alan albert alberto alejandro alex alexander alexei ali allan alfred anders andre andrei andrew andrés
angelo anthony antonio antónio arnold arthur barack barry ben benjamin bernard bernie bill bob boris brad brandon brett brian bruce bryan carl
carlos cesar chad charles chris christian christopher clarence claude clive colin craig curtis cyril dale damian daniel danny darren dave
david dean dennis derek diego dmitry don donald doug douglas duncan earl eddie edgar eduardo edward edwin elijah emmanuel enrique eric
erik ernest ernesto eugene evan felipe felix fernando fidel floyd francesco francis francisco frank franklin fred frederick gabriel gareth gary geoffrey
george gerald gerard gerhard giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo guy harold harry harvey
hassan heinrich helmut henri henry herbert herman hosni hugh hugo ian ibrahim igor imran isaac ivan jack jacob jacques jaime jair
jake james jan jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joao joe joel joey john johnny jon jonathan jorge josé jose
joseph josh joshua juan jules julian julio justin karl keith ken kenneth kevin kofi konstantin kurt kyle kylian larry lars laurence lawrence leo
leon leonard leonid lev lewis lionel lloyd louis luca luigi luis luiz luke magnus malcolm manuel marcel marco marcos mario mark markus
martin marvin matt matthew maurice max michael michel miguel mike mikhail milton mitch mitt mohamed mohammad mohammed mohandas muhammad murray
mustafa narendra nathan neil nelson nicholas nick nicolas nicolás nigel nikita nikolai nils norman olaf oleg oliver omar oscar osama otto owen pablo patrick
paul pavel pedro perry pete peter phil philip phillip pierre pranab qasem rahul ralph ramon raul raúl ray raymond reginald rené ricardo
richard rick rob robert roberto robin rodney rodrigo roger roland roman ron ronald ross roy rudolf rupert russell ryan salman sam samuel scott sean
sebastian sebastião serge sergei sergey shane shinzo sidney silvio simon stanley stephen steve steven stewart stuart tariq ted terry theodore thomas
tim timothy toby todd tom tommy tony trevor tyler vernon victor viktor vincent vladimir volodymyr walter warren wayne wilhelm
will william winston xavier yuri yves zachary ludwig friedrich wolfgang jürgen klaus hans fritz jens lukas mateo santiago siarhei evo jo-wilfried
`

const femaleNames = `
abigail ada agnes alexandra alexandria alice alicia alison amanda amelia amy ana andrea angela angelina anita ann anna anne annette annie
april barbara beatrice bernadette beth betty beverly bonnie brenda camila camilla carla carly carmen carol carole caroline carolyn catherine
cathy cecilia charlotte cheryl chloe christina christine claire clara claudia cynthia daisy dana deborah debra delia denise diana diane
dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erin erna esther
ethel eva evelyn fiona florence frances francesca gabriela gabrielle gail georgia georgina geraldine gina gladys gloria grace greta gretchen hana
hannah harriet hazel heather heidi helen helena hilary hillary holly ida indira benazir hasina sirimavo ilhan inga ingrid irene iris isabel isabella ivanka jacinda jackie
jacqueline jane janet janice jasmine jeanette jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith
judy julia juliana julie june kamala karen kari kate katherine kathleen kathryn kathy katie katrina kelly kim-anh kirsten kristen kristin
kyrsten lara laura lauren leah leila lena lillian linda lisa liz liza lois loretta lorraine louise lucia lucy lydia lynn madeleine
madonna magdalena malala margaret maria mariana marie marilyn marina marion marjorie marlene martha mary maryam maureen megan meghan melania melissa
mercedes mia michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia
oprah paige pamela patricia paula pauline peggy penelope phoebe phyllis priti rachel rebecca regina renee rita roberta rosa rose rosemary ruth sabrina
sally samantha sandra sara sarah serena sharon sheila shirley silvia sofia sonia sophia sophie stacey stella stephanie sue susan susana
suzanne sviatlana svetlana sylvia tamara tanya tara tatiana teresa thelma theresa tiffany tina tracy tulsi ursula valentina valerie vanessa vera veronica
victoria viola virginia vivian wanda wendy whitney whoopi winifred yolanda yvonne zoe yulia greta
`

// genderOf returns what the name of a person tells by its first word.
func genderOf(name string) gender {
	first, _, more := strings.Cut(name, " ")
	if !more {
		return unknown
	}
	return givenNames[strings.ToLower(first)]
}

// genderOfPronoun returns what a pronoun tells.
func genderOfPronoun(lower string) gender {
	switch lower {
	case "he", "him", "his":
		return male
	case "she", "her", "hers":
		return female
	}
	return unknown
}
