package event

// reporting verbs say that somebody said something.
var reporting = words(`say tell announce report state claim declare add note warn explain confirm deny argue insist suggest write tweet
	comment remark respond reply acknowledge admit assert estimate indicate reveal disclose stress emphasize emphasise reiterate
	maintain allege contend testify describe urge call ask believe think expect predict hope mention recall clarify quote cite
	observe opine vow promise conclude inform caution complain concede speculate recount`)

// statements are the reporting verbs whose act is a statement when it is
// dated; those of thinking are not.
var statements = words(`say tell announce report state claim add note warn explain confirm deny argue insist suggest write tweet
	comment remark respond reply acknowledge admit assert estimate indicate reveal disclose stress emphasize emphasise reiterate
	maintain allege contend testify describe urge call ask mention clarify quote cite observe opine vow promise inform caution complain
	concede speculate recount name identify according declare criticize criticise condemn praise accuse blame thank demand
	request appeal propose recommend speak discuss tout predict forecast pledge hail dismiss defend question express post
	apologize apologise advise talk hint joke attribute elaborate lament statement announcement warning remark claim tweet comment denial appeal report`)

// stative verbs hold rather than happen.
var stative = words(`be have seem remain appear consist contain include involve belong own know believe think want like love hate need
	mean understand depend deserve prefer concern constitute represent exist stand lie cost weigh measure resemble owe possess lack hope
	wish fear suppose regard consider expect live reside feel look sound equal comprise feature range cover`)

// light verbs leave the event to their object: "hold talks".
var light = words(`hold host conduct stage attend organize organise make take give pay launch carry undergo receive hold commit
	perform face do have deliver sign lead mount stage wage open enter join win lose`)

// occurring verbs leave the event to their subject: "talks took place".
var occurring = words(`occur happen ensue`)

// aspectual verbs begin, go on with or end what their subject or object names.
var aspectual = words(`begin start continue resume end finish stop cease conclude commence halt suspend complete keep open close`)

// intending verbs speak of a plan when an infinitive follows.
var intending = words(`plan intend agree vow promise aim expect schedule set prepare hope seek propose decide pledge threaten want wish
	slate due order ask urge tell instruct require direct mandate task invite call commit arrange choose try attempt need`)

// cancelling verbs say that their object or subject does not take place.
var cancelling = words(`cancel postpone scrap abandon suspend delay shelve abort`)

// denying verbs say that what hangs on them did not happen.
var denying = words(`deny refuse fail prevent avoid avert reject decline neglect refrain forget`)
