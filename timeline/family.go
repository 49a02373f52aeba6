package timeline

import (
	"strings"

	"dateline/extract/english"
)

// families lists the words that can carry one and the same event, a family a
// line: a verb, the nouns made of it, and what reporters use in its place.
// The first word names the family. A word of several families has a place in
// each; a word of none is a family by itself. Phrases are written with "_".
const families = `
talk talks speak meet meeting summit call conversation negotiation negotiate confer conference videoconference discuss discussion dialogue phone telephone
attack assault raid strike airstrike bombing bombardment shelling offensive ambush stab stabbing
kill killing assassinate assassination murder slay slaying massacre
die death dead demise succumb pass_away
injure injury wound hurt
shoot shooting gunfire open_fire
shell shelling bombard bombardment
bomb bombing
stab stabbing
crash collide collision smash come_down
explode explosion blast detonate detonation blow_up
burst break rupture
fire blaze wildfire inferno
quake earthquake temblor tremor
flood flooding inundate inundation
storm hurricane typhoon cyclone
collapse fall_in cave_in
sink sinking capsize
overrun overshoot slide_off
election vote poll polling referendum primary by-election caucus
elect reelect re-elect
win victory triumph beat defeat overcome prevail
lose loss beat defeat
resign resignation step_down stand_down
withdraw withdrawal pull_out drop_out exit leave quit departure depart
annex annexation
invade invasion incursion
occupy occupation seize seizure
sign signing signature
agree agreement deal pact accord treaty
arrest detain detention apprehend capture custody take_into_custody
charge indict indictment
convict conviction find_guilty guilty
sentence sentencing jail imprison imprisonment
acquit acquittal clear
pardon clemency commute commutation
try trial prosecute prosecution
sue lawsuit suit
overturn reverse reversal quash annul annulment
release free
launch liftoff lift_off blast_off
land landing touchdown touch_down
dock docking
visit trip travel tour
protest demonstration demonstrate rally march
riot unrest violence clash disorder rioting
suspend suspension halt pause
cancel cancellation scrap scrub call_off axe
postpone postponement delay reschedule defer put_off
extend extension prolong
begin start beginning onset commence commencement get_underway
resume resumption restart reopen reopening
end finish conclude conclusion completion complete
expire expiry expiration lapse
close closure shut shutdown shut_down shut-down go_off-air sign_off
open opening
found establish establishment create creation foundation set_up
appoint appointment
nominate nomination
inaugurate inauguration swear swear_in
overthrow overthrowing oust ouster topple depose coup
approve approval pass passage adopt adoption ratify ratification resolution
reject rejection vote_down turn_down
endorse endorsement
ban prohibit prohibition outlaw
evacuate evacuation airlift
poison poisoning
hospitalize hospitalization
infect infection
vaccinate vaccination immunize immunization inoculation
birth bear born
marry marriage wedding wed
bury burial
cremate cremation
buy purchase acquire acquisition takeover
sell sale
merge merger
hire hiring
rise increase hike
fall decline drop decrease
damage destroy destruction
surpass exceed milestone
introduce introduction implement implementation
impose imposition
deploy deployment
retreat retreat
escape flee
rescue save
ceasefire cease-fire truce
exercise exercises drill maneuver manoeuvre
hack breach cyberattack
outage blackout
apologize apologise apology
diagnose diagnosis
fall_ill falling_ill sicken
retire retirement
arrive arrival
graduate graduation
discover discovery find
publish publication post
independence secede secession
`

// once names the families of what happens only once to the same people: two
// dates for one of these are two accounts, not two events.
const once = "die birth bury cremate resign kill inaugurate annex marry graduate independence found merge"

// familyOf holds the families of each word of the table, by lemma.
var familyOf = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(families) {
		words := strings.Fields(line)
		for _, w := range words {
			w = strings.ReplaceAll(w, "_", " ")
			if len(m[w]) == 0 || m[w][len(m[w])-1] != words[0] {
				m[w] = append(m[w], words[0])
			}
		}
	}
	return m
}()

// particles end phrasal verbs; of any other head of several words the last
// carries the event ("presidential election").
var particles = map[string]bool{
	"away": true, "back": true, "down": true, "in": true, "off": true, "out": true, "over": true, "up": true,
	"guilty": true, "ill": true, "off-air": true, "fire": true, "custody": true, "underway": true,
	"place": true,
}

// headLemma returns the base form of a head: "met" is "meet", "talks" is
// "talk", "passed away" is "pass away", "presidential election" is "election".
func headLemma(head string) string {
	words := strings.Fields(strings.ToLower(head))
	switch n := len(words); {
	case n == 0:
		return ""
	case n == 1:
		return english.Lemma(words[0])
	case particles[words[n-1]]:
		words[0] = english.Lemma(words[0])
		return strings.Join(words, " ")
	default:
		return english.Lemma(words[n-1])
	}
}

// familiesOf returns the families of a lemma, never none.
func familiesOf(lemma string) []string {
	if f := familyOf[lemma]; len(f) > 0 {
		return f
	}
	return []string{lemma}
}
