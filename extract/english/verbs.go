package english

import "strings"

// verbForms is what spelling does not tell about verbs.
type verbForms struct {
	base       map[string]string // irregular form to base
	participle map[string]string // base to irregular participle
	past       map[string]bool   // past tenses that are spelled like no noun or adjective
	doubled    map[string]bool   // bases that double their last letter
	silent     map[string]bool   // stems that lost an e against the rule
	plain      map[string]bool   // stems that lost none against the rule
}

var verbs = readVerbs()

func readVerbs() verbForms {
	v := verbForms{base: map[string]string{}, participle: map[string]string{}}
	for line := range strings.Lines(irregularVerbs) {
		for entry := range strings.SplitSeq(strings.TrimSpace(line), ",") {
			f := strings.Fields(entry)
			if len(f) < 2 {
				continue
			}
			for _, form := range f[1:] {
				v.base[form] = f[0]
			}
			if f[0] != "be" && f[0] != "have" && f[0] != "do" {
				v.participle[f[0]] = f[len(f)-1]
			}
		}
	}
	v.participle["be"], v.participle["have"], v.participle["do"] = "been", "had", "done"
	v.past = set(pastTenses)
	v.doubled, v.silent, v.plain = set(doubledVerbs), set(silentStems), set(plainStems)
	return v
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// irregularVerbs holds "base past participle", or the one form that is both.
const irregularVerbs = `
be am is are was were been being 's 're 'm ’s ’re ’m, have has had having 've ’ve, do does did done doing, go goes went gone
arise arose arisen, bear bore born borne, broadcast broadcast, awake awoke awoken, beat beat beaten, become became become, begin began begun, bend bent
bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built
burn burnt burned, burst burst, buy bought, cast cast, catch caught, choose chose chosen, come came come, cost cost, creep crept
cut cut, deal dealt, die dying died, dig dug, draw drew drawn, dream dreamt dreamed, drink drank drunk, drive drove driven
eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown
forbid forbade forbidden, forecast forecast, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven
freeze froze frozen, get got gotten, give gave given, grind ground, grow grew grown, hang hung hanged, hear heard, hide hid hidden
hit hit, hold held, hurt hurt, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant leaned, leap leapt
learn learnt learned, leave left, lend lent, let let, lie lying lay lain, light lit, lose lost, make made, mean meant, meet met
mistake mistook mistaken, overcome overcame overcome, overrun overran overrun, oversee oversaw overseen, overshoot overshot
overtake overtook overtaken, overthrow overthrew overthrown, pay paid, plead pled pleaded, prove proved proven, put put
quit quit, read read, rebuild rebuilt, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said, see saw seen
seek sought, sell sold, send sent, set set, shake shook shaken, shed shed, shine shone, shoot shot, show showed shown
shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken
speed sped, spend spent, spin spun, split split, spread spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck
sting stung, strike struck struck, stride strode, strive strove striven, swear swore sworn, sweep swept, swim swam swum, swing swung
take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, thrust thrust, tie tying tied
undergo underwent undergone, understand understood, undertake undertook undertaken, uphold upheld, upset upset
wake woke woken, wear wore worn, weep wept, win won, wind wound, withdraw withdrew withdrawn, withhold withheld
withstand withstood, write wrote written
`

// pastTenses are spelled like no noun, no adjective and no participle.
const pastTenses = `
became began broke chose drew drove fell flew forbade froze gave grew knew overcame overran overshot oversaw overtook overthrew rang
rose sang sank shook spoke swam swore threw took underwent undertook withdrew wore woke wrote stole tore came went
`

// doubledVerbs double their last letter before -ed and -ing.
const doubledVerbs = `
admit allot ban bar beg cancel chat chop clap clip commit compel confer control crop cut defer deter dispel dip dot drag drop
equip expel fit flag flip fuel grab grip hop incur infer jam jog knit label level log map model nod occur omit pack-up patrol
permit pin plan plot pop prefer prop propel quarrel quit ram rebel rebut recur refer regret rip rob rub scan scrap scrub set ship shop
shrug shut signal skip slam slap slip snap spot stab star stem step stir stop strip submit swap tap top total transfer
transmit trap travel trek trim trip tug unravel upset whip wrap zip
`

// silentStems lost an e that the rule of stem does not give back.
const silentStems = `
complet compet delet conced preced reced supersed conven reconven interven contraven postpon phon clon condon invit unit cit
ignit incit excit recit expedit vot not quot promot demot devot denot interfer adher sever restor explor ignor stor scor
deplor ador bor hop cop scop welcom com becom outcom typ wip rop grop pip creat recreat shap tast past wast chang arrang
challeng exchang rang reviv rul schedul fil compil reconcil hir fir retir expir chas releas increas decreas eas ceas leas
pleas teas telephon circl rehears breath bath cloth sooth handl argu valu continu rescu issu accru squeez freez sneez glu evacuat devalu
persuad dissuad impos balanc agre fre guarante fle se judg acknowledg pledg
`

// plainStems end as if an e had been lost, and none was.
const plainStems = `
debut focus bias canvas visit limit target market exit edit credit orbit benefit inhibit exhibit prohibit deposit audit profit
pilot riot ballot abandon develop gallop gossip worship monitor favor honor author sponsor anchor mirror labor harbor
happen open threaten strengthen weaken widen listen enter offer order deliver consider suffer gather answer cover discover
recover lower power wonder question mention sanction reason poison pardon summon reckon button season question function
combat format alarm charter warrant alter total equal signal rival pedal model cancel channel travel label counsel
question visit inherit solicit elicit forfeit ransom blossom custom bottom phantom kidnap wiretap program bargain
hang bang long belong bring ring fling wing king abort short support report resort sort import export transport deport
gas bus plus discus chorus witness harness process
`
