package event

import (
	"strings"

	"dateline/extract/english"
)

// eventNouns carry an event by themselves, in the singular.
var eventNouns = words(`
abduction abolition absence acceptance accident accession accord acquisition acquittal adjournment adoption airstrike allegation ambush
amendment annexation anniversary announcement apology appeal appearance appointment approval armistice arraignment arrest arrival
arson assassination assault assembly assessment attack attempt auction audit award ballot ban bankruptcy battle beheading bid
birth blackout blast blaze blizzard blockade bombardment bombing boycott breach break-in breakdown breakup briefing brawl broadcast
burglary burial by-election bye-election cabinet-reshuffle call campaign cancellation capture caucus ceasefire cease-fire celebration
census ceremony championship charge civil-war clash closing closure coalition collapse collision colonisation comeback commemoration
commencement commission competition completion concert conference confirmation conflict confrontation congress conquest consultation contest
contraction convention conversation conviction coronation coup coup-attempt crackdown crash creation cremation crisis curfew cut
cyberattack cyclone deal death debate debut decision declaration defeat defection demolition demonstration denial departure deployment
deportation derby derailment descent destruction detention detonation devaluation dinner disappearance disaster discharge disclosure discovery
discussion dismissal dispute dissolution disturbance divorce downgrade downturn draft drawing drill drive drought earthquake eclipse
edition election embargo emergency encounter engagement eruption escalation escape establishment evacuation eviction examination
exchange execution exercise exhibition exit expansion expedition expiration expiry explosion exposure expulsion extension extradition
fair fall famine fatality festival fight fighting filing final fire flare-up flight flood flooding forum foundation founding freeze friendly
funeral gala game gathering genocide graduation grounding gunfight handover hack hearing heatwave heist hijacking holocaust hostilities hunt hurricane
identification impeachment implementation imprisonment inauguration incident incursion independence indictment infection inquest
inquiry insurrection inspection installation interception interrogation intervention interview introduction invasion investigation
invitation issuance journey judgment judgement jubilee kidnapping killing landing landslide launch lawsuit lay-off layoff leak lecture
liberation lift-off liftoff loss lockdown looting lynching mandate march marriage massacre match mediation meet meeting meltdown memorial
merger milestone mission mobilization mobilisation murder mutiny naming negotiation nomination nuclear-test occupation offensive
offer olympics opening operation opposition order ordination outage outbreak overthrow pandemic parade pardon parole passage
patrol performance persecution petition pilgrimage playoff plea plebiscite poisoning poll premiere presentation primary probe proceeding
procession proclamation prosecution protest publication purchase purge quake qualifier quarantine race raid rally ratification re-election reading rebellion
recall reception recession reconstruction recount referendum reform reelection refusal regatta release relaunch relocation removal renaming reopening
repeal replacement report rescue reshuffle resignation resumption restoration retirement retreat return reunification reunion
revelation review revolt revolution ride rioting riot rise robbery rollout round rout ruling rupture sabotage sale sanction scandal screening
search season secession seizure sentencing separation series service session settlement shelling shipment shooting shortage shutdown shut-down siege
signing sit-in skirmish slaughter slaying sortie speech spill split stabbing stampede standoff stand-off start statement storm storming strike
submission successor sue suicide suit summit surge surgery surrender survey suspension swearing-in symposium takeover takeoff talk telecast
tender term test testimony theft toast tornado tour tournament trade transfer transition transplant treaty tremor trial trip truce tsunami turnout typhoon
unrest unveiling uprising update upgrade vaccination verdict victory vigil violation violence visit volley vote voting walkout war warning wedding
win withdrawal workshop wreck 
gig grand-prix half-marathon marathon semi-final semifinal quarter-final quarterfinal knockout playoff play-off kick-off kickoff tie fixture
celebration inquest clampdown spacewalk flyby touchdown rendezvous splashdown
cup games prix open masters worldcup superbowl
hike rally selloff sell-off ipo listing buyout bailout default earnings dividend tariff
blackmail extortion fraud heist spree rampage mob siege hostage-taking attack airdrop evacuation
case hurricane wildfire aftershock prize tweet alert clemency debut sentence spike caucus coma tribute scrub loan deadline deployment
shot strikeout goal flight delay swap stay re-opening nuptials outcry heatwave gunfire firefight clampdown injunction subpoena
activity celebration debate meet-up roundtable telephone-call phone-call videoconference
`)

// vagueNouns end like event nouns and name none.
var vagueNouns = words(`
duration association corporation federation nation station population position situation location foundation organization organisation
administration delegation commission institution constitution section region religion million billion trillion opinion version question
condition information education nutrition tradition generation reputation application function ration option union division mission vision
television professional passion mansion pension dimension profession possession department government parliament environment
equipment element document cement apartment regiment monument instrument comment treatment movement statement argument moment
amount building morning evening something nothing anything everything being king ring wing ceiling feeling meaning
thing string spring sibling housing clothing funding training footing writing painting setting understanding
animation aviation communication corruption publication station
legislation regulation relation variation allocation operation fashion emotion caption addition fraction portion
`)

// nounClass says how likely a noun carries an event by itself.
type nounClass uint8

const (
	noEvent nounClass = iota
	endsLikeEvent
	listedEvent
)

// nounLemmas maps event nouns and their plurals to the singular.
var nounLemmas = pluralsOf(eventNouns)

var nounShapes = func() shapes {
	s := newShapes(len(nounLemmas))
	for noun := range nounLemmas {
		s.add(noun)
	}
	return s
}()

func pluralsOf(nouns map[string]bool) map[string]string {
	m := make(map[string]string, 2*len(nouns))
	for noun := range nouns {
		for _, plural := range []string{english.ThirdPerson(noun), noun + "s"} {
			if _, taken := m[plural]; !taken && !nouns[plural] {
				m[plural] = noun
			}
		}
		m[noun] = noun
	}
	return m
}

// classOfNoun returns the class of a noun and its lemma.
func classOfNoun(lower string) (nounClass, string) {
	if nounShapes.have(lower) {
		if lemma, ok := nounLemmas[lower]; ok {
			return listedEvent, lemma
		}
	}
	n := len(lower)
	if i := strings.LastIndexByte(lower, '-'); i > 0 {
		if lemma, ok := nounLemmas[lower[i+1:]]; ok {
			return listedEvent, lemma
		}
	}
	if n > 5 && (strings.HasSuffix(lower, "tion") || strings.HasSuffix(lower, "sion") || strings.HasSuffix(lower, "ment") ||
		strings.HasSuffix(lower, "tions") || strings.HasSuffix(lower, "sions") || strings.HasSuffix(lower, "ments") || strings.HasSuffix(lower, "ing")) {
		if lemma := english.Singular(lower); !vagueNouns[lemma] {
			return endsLikeEvent, lemma
		}
	}
	return noEvent, lower
}
