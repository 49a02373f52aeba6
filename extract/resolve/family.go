package resolve

// families returns the families of rules in the order in which the parser
// asks them. The order decides only between expressions of the same words.
func families() []*family {
	return []*family{
		calendarFamily(), weekdayFamily(), deicticFamily(), clockFamily(), holidayFamily(), seasonFamily(), quarterFamily(), decadeFamily(),
		relativeFamily(), lengthFamily(), frequencyFamily(), yearFamily(), partFamily(), vagueFamily(), historyFamily(),
	}
}
