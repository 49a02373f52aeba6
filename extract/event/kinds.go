package event

import "strings"

// verbKinds sorts verbs by what they tell of, so that the models know
// something of verbs that they have not met.
var verbKinds = readKinds(`
incident: kill injure wound die shoot stab attack bomb explode crash collide derail collapse burn destroy damage hit strike fire hospitalize
 hospitalise rescue evacuate flee escape kidnap abduct murder assault beat sink capsize erupt shake flood sweep drown trap strand poison
 detonate set blast raid ambush storm clash riot loot fall break catch crack injure suffer bleed ignite topple blow overturn overshoot slide
 rip hurt bury contain extinguish spread infect contaminate disappear vanish discover find recover
contest: win lose defeat beat score draw tie play finish lead qualify advance compete race kick bat bowl knock open reach secure clinch
 claim retain equalize equalise overtake crown edge thrash face meet host place
justice: arrest detain charge convict acquit sentence indict sue jail imprison release free extradite try plead rule reverse overturn uphold
 dismiss remand appeal file investigate raid search seize confiscate fine ban prosecute accuse question interrogate pardon commute
 execute deport expel testify find order grant deny
politics: elect appoint nominate resign inaugurate vote sign pass approve adopt ratify veto reject declare announce impose lift ban legalize
 legalise enact repeal dissolve form endorse withdraw suspend oust depose impeach dismiss fire sack replace succeed swear recognize recognise
 annex invade occupy deploy withdraw agree negotiate meet visit sanction launch drop end suspend postpone reschedule cancel extend close
 reopen shut order prohibit restrict protest rally march demonstrate strike boycott concede select pick choose name
movement: arrive leave depart return travel fly land take launch sail enter reach move go come transfer bring send deliver carry
 dock undock orbit lift drive walk cross board
business: found establish create open release publish acquire buy purchase sell merge launch introduce unveil debut premiere build
 complete expand invest raise cut lay hire award receive sign renew expire recall recommend issue file post rename develop produce record
life: born bear marry die retire graduate join become begin start study attend serve receive win appear earn debut divorce diagnose undergo
 cremate bury enter found play star direct move found
change: increase decrease rise fall grow drop surpass exceed reach climb decline double jump plunge gain lose peak hit total
`)

// readKinds returns the kinds of each verb.
func readKinds(lists string) map[string][]string {
	m := map[string][]string{}
	kind := ""
	for w := range strings.FieldsSeq(lists) {
		if k, ok := strings.CutSuffix(w, ":"); ok {
			kind = k
			continue
		}
		if n := len(m[w]); n == 0 || m[w][n-1] != kind {
			m[w] = append(m[w], kind)
		}
	}
	return m
}
