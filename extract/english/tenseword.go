package english

// verbKind is what a word tells of the tense of its clause.
type verbKind uint8

const (
	noVerb      verbKind = iota
	willWord             // will, shall, 'll
	wouldWord            // would, 'd
	modalWord            // may, might, could, can, should, must
	presentBe            // is, are, am
	wasWord              // was, were
	haveWord             // has, have
	hadWord              // had, did
	beWord               // be, been, being
	toWord               // to
	cueWord              // scheduled, due, expected, set, planned: adjectives that look ahead
	planWord             // plans, hopes, intends: verbs that look ahead
	delayWord            // postponed, adjourned: past verbs whose object lies ahead
	pastWord             // said, met, -ed
	reportWord           // said, told, announced: past verbs that a clause of its own may follow
	beginsWord           // begins, opens: timetable presents
	saysWord             // says, kills: headline presents
	doWord               // do, does
	bounds               // that, which, when: a clause begins
	aheadWord            // upcoming, ahead, deadline
	notWord              // not, n't
	coordinator          // and, but
	nounWord             // the, a, its: a noun follows
)

var tenseWords = buildTenseWords()

func buildTenseWords() map[string]verbKind {
	m := make(map[string]verbKind, 900)
	add := func(k verbKind, words ...string) {
		for _, w := range words {
			if _, taken := m[w]; !taken {
				m[w] = k
			}
		}
	}
	add(willWord, "will", "shall", "ll", "won", "wont")
	add(wouldWord, "would", "d")
	add(modalWord, "may", "might", "could", "can", "should", "must", "cannot")
	add(presentBe, "is", "are", "am", "re", "m")
	add(wasWord, "was", "were", "wasn", "weren")
	add(haveWord, "has", "have", "ve", "hasn", "haven")
	add(hadWord, "had", "did", "didn", "hadn")
	add(beWord, "be", "been", "being", "remain", "remains", "stay", "stays", "become", "keep", "get")
	add(doWord, "do", "does", "doesn", "don")
	add(toWord, "to")
	add(notWord, "not", "never", "t")
	add(cueWord, "scheduled", "due", "expected", "set", "planned", "slated", "going", "poised", "supposed", "tentatively", "likely", "bound", "booked", "billed",
		"rescheduled", "penciled", "pencilled", "earmarked", "projected", "anticipated", "ready", "timetabled", "excited")
	add(planWord, "plans", "plan", "planning", "hopes", "hope", "hoping", "intends", "intend", "expects", "expect", "expecting", "aims", "aim", "aiming",
		"vows", "vow", "promises", "promise", "wants", "want", "needs", "need", "seeks", "agrees", "prepares", "preparing", "awaits", "await", "pledges", "proposes", "anticipates")
	add(delayWord, "postponed", "delayed", "adjourned", "rescheduled", "deferred", "extended", "remanded", "invited", "urged", "vowed", "pledged",
		"promised", "planned", "agreed", "hoped", "intended", "called", "set", "scheduled", "gave", "ordered", "wanted", "decided", "threatened", "warned", "proposed", "slated")
	add(reportWord, "said", "announced", "reported", "stated", "added", "confirmed", "claimed", "noted", "explained", "argued", "insisted", "denied",
		"declared", "wrote", "tweeted", "suggested", "predicted", "acknowledged", "admitted", "believed", "thought", "revealed", "asserted", "alleged",
		"testified", "concluded", "estimated", "forecast", "found", "knew", "learned", "indicated", "showed", "according", "promised")
	add(beginsWord, "close", "open", "reopen", "resume", "expire", "depart", "arrive", "begins", "begin", "opens", "starts", "start", "ends", "expires", "resumes", "returns", "takes", "arrives", "departs", "leaves", "launches", "closes",
		"meets", "faces", "goes", "comes", "kicks", "runs", "falls", "becomes", "continues", "concludes", "follows", "hosts", "visits", "travels", "holds", "airs", "premieres", "votes", "meet", "end", "reconvene", "reconvenes", "convene", "convenes", "reopens", "matures", "go", "plays", "appears", "retires", "reconvenes")
	add(saysWord, "says", "tells", "reports", "finds", "shows", "wins", "kills", "dies", "hits", "strikes", "announces", "warns", "claims", "rejects",
		"beats", "loses", "rules", "resigns", "quits", "admits", "denies", "confirms", "reveals", "unveils", "releases", "signs", "sues", "arrests",
		"bans", "accuses", "orders", "urges", "calls", "seizes", "defeats", "backs", "cuts", "raises", "names", "charges", "injures", "wounds")
	add(bounds, "that", "which", "who", "whom", "whose", "where", "when", "because", "while", "although", "though", "whereas", "if", "unless", "whether",
		"after", "before", "since", "as", "once", "until")
	add(coordinator, "and", "but", "or")
	add(aheadWord, "upcoming", "forthcoming", "ahead", "deadline", "prospective", "delivery", "payable", "expiring", "maturing")
	add(nounWord, "the", "a", "an", "his", "her", "its", "their", "this", "these", "those", "of", "no", "new", "first")
	add(pastWord, "told", "asked", "became", "began", "bore", "beat", "bit", "blew", "bought", "bound", "bred", "broke", "broadcast", "brought", "built", "burnt", "burst", "came", "cast",
		"caught", "chose", "clung", "cost", "crept", "cut", "dealt", "drank", "drew", "drove", "dug", "fell", "fed", "felt", "fled", "flew", "fought", "forgot", "froze",
		"gave", "got", "grew", "heard", "held", "hid", "hit", "hung", "hurt", "kept", "kneeled", "knelt", "laid", "lay", "led", "left", "lent", "let", "lit", "lost", "made", "meant", "met",
		"mistook", "overthrew", "overtook", "paid", "put", "quit", "ran", "rang", "read", "rode", "rose", "sang", "sank", "sat", "saw", "sent", "shook", "shot", "shut", "slept", "slid", "sold",
		"sought", "spent", "split", "spoke", "spread", "sprang", "stole", "stood", "struck", "stuck", "swam", "swept", "swore", "swung", "taught", "took", "tore", "undertook", "understood",
		"underwent", "upset", "went", "withdrew", "withstood", "woke", "won", "wore", "wound", "dead", "ate", "born", "gone", "taken", "given", "seen", "done", "shown", "known", "driven", "fallen",
		"broken", "written", "stolen", "chosen", "spoken", "beaten", "thrown", "threw", "flown", "grown", "drawn", "overthrown", "withdrawn", "sworn", "risen", "frozen", "hidden", "forbidden")
	delete(m, "won")
	m["won"] = pastWord
	return m
}

// notPast are words in -ed that are no verbs, or adjectives before nouns.
var notPast = map[string]bool{"united": true, "red": true, "hundred": true, "need": true, "indeed": true, "speed": true, "seed": true, "feed": true,
	"bed": true, "fed": true, "shed": true, "sacred": true, "so-called": true, "armed": true, "mohamed": true, "ahmed": true, "mohammed": true,
	"unprecedented": true, "limited": true, "proposed": true, "sixteenhundred": true, "wed": true, "deed": true, "exceed": true, "proceed": true, "succeed": true,
	"talented": true, "related": true, "alleged": true, "advanced": true, "increased": true, "kindred": true, "wicked": true, "naked": true, "biased": true,
	"unmanned": true, "media": true, "embed": true, "breed": true, "greed": true, "creed": true, "weed": true, "reed": true, "steed": true, "freed": false}

// kindOf classifies a word.
func kindOf(word string) verbKind {
	if len(word) == 0 || len(word) > 16 {
		return noVerb
	}
	var buf [16]byte
	capital := word[0] >= 'A' && word[0] <= 'Z'
	for i := range len(word) {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		buf[i] = b
	}
	low := buf[:len(word)]
	if k, ok := tenseWords[string(low)]; ok {
		if capital && (k == modalWord || k == planWord || k == beginsWord || k == saysWord || k == willWord && len(word) == 4) && string(low) != "can" {
			return noVerb // May, Will and what opens a headline are names first
		}
		return k
	}
	if n := len(low); n > 4 && low[n-1] == 'd' && low[n-2] == 'e' && !capital && !notPast[string(low)] {
		return pastWord
	}
	return noVerb
}
