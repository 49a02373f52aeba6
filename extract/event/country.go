package event

// Country returns the country that a name or an adjective is of: "Iraq" for
// "Iraq", "Iraqi" and "Iraqis", "United States" for "US". It is "" for other
// words, those not capitalized among them.
func Country(name string) string { return geography[name] }

// SeatOf returns the country whose government sits in a city: "Iraq" for
// "Baghdad". It is "" for other places.
func SeatOf(city string) string { return capitals[city] }
