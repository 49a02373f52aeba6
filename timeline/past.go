package timeline

import (
	"encoding/binary"
	"sync"

	"dateline/internal/pack"
)

// Memory keeps bytes from one build to the next. Load returns those of the last
// Save, nil when there are none.
type Memory interface {
	Load() []byte
	Save(content ...[]byte) error
}

// past is what was worked out in the last build and is true for ever: what the
// articles of a checksum mention, which mentions of a date are one event, and
// which clusters found no other among those around them. It says nothing of
// what has changed. A nil past knows nothing and keeps nothing.
type past struct {
	words    *numbers
	fresh    int // words when the numbers were given out anew
	articles map[Sum]*pastArticle
	blocks   map[digest][]byte
	barren   map[digest]bool

	mu  sync.Mutex
	now pastNow
}

// pastArticle is what is known of an article.
type pastArticle struct {
	Sum       Sum
	Original  Sum    // of the article that it is a near copy of
	Signature []byte // "" for one that is too short to be a copy
	Briefs    []byte // as packBriefs writes them
	Mentions  []byte // as packMentions writes them
}

// pastNow is what was used of the past, and what is new.
type pastNow struct {
	articles []pastArticle
	blocks   []pastBlock
	barren   []digest
	news     bool
}

// pastBlock is how the mentions of one date were clustered.
type pastBlock struct {
	Key      []byte // digest
	Clusters []byte // as packClusters writes them
}

// pastFile is a past as it is kept.
type pastFile struct {
	Words    []string
	Fresh    int
	Articles []pastArticle
	Blocks   []pastBlock
	Barren   []byte // digests
}

var pastCodec = pack.For[pastFile]()

func newPast() *past {
	return &past{words: &numbers{of: map[string]word{}}, articles: map[Sum]*pastArticle{}, blocks: map[digest][]byte{}, barren: map[digest]bool{}}
}

// recall reads what the last build kept.
func recall(m Memory) *past {
	p := newPast()
	src := m.Load()
	var f pastFile
	if src == nil || pastCodec.Read(src, &f) != nil || len(f.Words) > 2*f.Fresh+moreWords {
		return p // words that no article has any more are forgotten with all the rest
	}
	p.words.of = make(map[string]word, len(f.Words)+len(f.Words)/8)
	for _, w := range f.Words {
		p.words.word(w)
	}
	if p.fresh = f.Fresh; len(p.words.of) != len(f.Words) {
		return newPast()
	}
	for i := range f.Articles {
		p.articles[f.Articles[i].Sum] = &f.Articles[i]
	}
	for _, b := range f.Blocks {
		if d, ok := digestOf(b.Key); ok {
			p.blocks[d] = b.Clusters
		}
	}
	p.barren = make(map[digest]bool, len(f.Barren)/digestLen)
	for at := 0; at+digestLen <= len(f.Barren); at += digestLen {
		d, _ := digestOf(f.Barren[at : at+digestLen])
		p.barren[d] = true
	}
	return p
}

// moreWords is by how many words a press may grow before all are numbered anew.
const moreWords = 1 << 16

const digestLen = 16

func digestOf(b []byte) (digest, bool) {
	if len(b) != digestLen {
		return digest{}, false
	}
	return digest{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])}, true
}

func (d digest) append(b []byte) []byte {
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, d[0]), d[1])
}

// save keeps what this build used and learned for the next one, if that is
// not what was kept before.
func (p *past) save(m Memory) error {
	n := &p.now
	if !n.news && len(n.articles) == len(p.articles) && len(n.blocks) == len(p.blocks) && len(n.barren) == len(p.barren) {
		return nil
	}
	f := pastFile{Words: make([]string, len(p.words.of)), Fresh: p.fresh, Articles: n.articles, Blocks: n.blocks}
	for w, i := range p.words.of {
		f.Words[i&^countryBit] = w
	}
	if f.Fresh == 0 {
		f.Fresh = len(f.Words)
	}
	for _, d := range n.barren {
		f.Barren = d.append(f.Barren)
	}
	return m.Save(pastCodec.Append(nil, &f))
}

// article returns what is known of the article with a checksum, nil for nothing.
func (p *past) article(s Sum) *pastArticle {
	if p == nil {
		return nil
	}
	return p.articles[s]
}

// block returns how the mentions of a date were clustered.
func (p *past) block(key digest) []byte {
	if p == nil {
		return nil
	}
	return p.blocks[key]
}

// keepBlock notes how the mentions of a date are clustered.
func (p *past) keepBlock(key digest, clusters []byte, news bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.blocks = append(p.now.blocks, pastBlock{key.append(nil), clusters})
	p.now.news = p.now.news || news
}

// keepBarren notes a cluster that finds no other.
func (p *past) keepBarren(key digest, news bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.barren = append(p.now.barren, key)
	p.now.news = p.now.news || news
}

// append appends s to b.
func (s *signature) append(b []byte) []byte {
	for _, v := range s {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

// signatureOf reads what append appended.
func signatureOf(b []byte) (s signature) {
	for i := range s {
		s[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return s
}
