package timeline

import (
	"crypto/sha256"

	"dateline/internal/pack"
)

var readingCodec = pack.For[Reading]()

// sum works out the sums of the articles of which none is known.
func (t *Timeline) sum() {
	each(len(t.Articles), func(i int) {
		if r := &t.Articles[i]; r.Sum == (Sum{}) {
			all := sha256.Sum256(readingCodec.Append(nil, r))
			r.Sum = Sum(all[:len(r.Sum)])
		}
	})
}

// originalSum returns the sum of the article that article i is a near copy of,
// the zero Sum when it is none.
func (t *Timeline) originalSum(i int) Sum {
	if t.CopyOf[i] < 0 {
		return Sum{}
	}
	return t.Articles[t.CopyOf[i]].Sum
}

// identify gives each mention the digest of its article and its place in it.
// What a mention says depends on these, and on nothing else.
func (k *clustering) identify(t *Timeline) {
	k.ids = make([]digest, len(k.at))
	each(len(k.at), func(i int) {
		at := k.at[i]
		k.ids[i] = t.Articles[at.Article].Sum.digest().then(t.originalSum(at.Article).digest()).with(uint64(at.Mention))
	})
}

// remember notes what the articles mention.
func (t *Timeline) remember(p *past, k *clustering, signed []*signature) {
	p.now.articles = make([]pastArticle, len(t.Articles))
	each(len(t.Articles), func(i int) {
		sum, original := t.Articles[i].Sum, t.originalSum(i)
		if known := p.articles[sum]; known != nil && known.Original == original {
			p.now.articles[i] = *known
			return
		}
		mentions := k.mentions.of(i)
		now := pastArticle{Sum: sum, Original: original, Briefs: packBriefs(mentions), Mentions: packMentions(mentions)}
		if signed[i] != nil {
			now.Signature = signed[i].append(nil)
		}
		p.now.articles[i] = now
	})
	for i := range t.Articles {
		known := p.articles[t.Articles[i].Sum]
		p.now.news = p.now.news || known == nil || known.Original != p.now.articles[i].Original
	}
}
