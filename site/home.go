package site

type homeView struct {
	frame
	Standfirst string
	Span       phrase
	Events     int
	Articles   int
	Disputed   int
	Undated    int
	Years      []yearView
}

func (b *builder) homePage() page {
	const name = "index.html"
	return page{name, func() ([]byte, error) {
		v := homeView{frame: b.frame(name, ""), Standfirst: b.cfg.Description,
			Events: len(b.t.Events), Articles: len(b.t.Articles), Undated: len(b.t.Undated)}
		v.About = b.cfg.Description
		all := make([]int, len(b.t.Events))
		for i, e := range b.t.Events {
			all[i] = i
			if e.Conflict() {
				v.Disputed++
			}
		}
		v.Years = b.byYear(all, name)
		return b.pages.render("home", v)
	}}
}
