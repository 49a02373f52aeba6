package starter

// configuration is the dateline.yaml of a new site: every key, with what it
// does. What is commented out has the value that holds when it is left out.
const configuration = `# The choices of this site. Every line may be left out; an unknown key is an error.

# The name of the site, and one or two sentences under it.
title: A timeline
description: What was reported, when it happened, and how each date was worked out.

# Where the site will be. "dateline publish" and the workflow in .github find it out
# by themselves; give it here when you publish in another way. Feeds need it.
# base_url: https://name.github.io/site/

# A domain of your own, for "dateline publish". With the workflow, set it in the
# settings of the repository instead.
# domain: timeline.example.org

# The language of the site, and of articles that do not state theirs.
# lang: en

# The keys of the front matter that may state when an article was published. The
# first that is there counts, and "dateline add" writes the first.
# published_keys: [date, published, published_at, publishDate, pubDate, datePublished, created]

# Whether 12/07/2021 is 12 July. Otherwise it is December 7.
# day_first: false

# Which events the site has: all, likely (a date that is only a guess is left out until a
# person accepts it), accepted+explicit (those that a person accepted, and those whose date
# the text states in full), or accepted.
# include: all

# Whether "dateline check --strict" fails while there are events that nobody reviewed.
# require_review: false

# Where readers suggest corrections: the form for a new issue of a repository. The
# pages of events link to it, with a title and the address of the page filled in.
# corrections: https://github.com/name/site/issues/new

# Whether each event has files of its own beside its page: JSON, and iCalendar where the
# day is known. Without this, they are made while there are at most 5,000 events.
# event_files: true

# Folders: of the articles, the decisions, your own templates, and the site.
# content: content
# review: review
# templates: templates
# out: public
`

// example is the article of a new site.
const example = `---
title: "Border talks set for Tuesday after months of silence"
# When the article was published. Every relative date in it is counted from here.
date: 2021-12-05
author: "dateline samples"
lang: en
tags: [sample]
# Made up to show the tool. Remove this file once you have articles of your own.
sample: true
# Publish the whole text. Otherwise the site quotes only the sentences that it needs.
full_text: true
---
Delegations from the two valleys will hold talks on Tuesday in the customs house at the pass, officials on both sides said on Saturday. It will be their first meeting since June.

The talks are to last two days. They concern the grazing rights that lapsed in 2014, and a bridge that has been closed since last winter.

A second round should follow next month, a spokeswoman said.
`
