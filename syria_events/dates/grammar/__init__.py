"""The grammar of date phrases: from the tokens of a text to what its dates mean.

A production is a function of a `Cursor` and the index of a token: it gives what it read from there and the index of the
token behind it, as a `Read`, or None. Productions are declared with `@rule` and listed in tuples, of which the longest
reading counts, and of equals the first. An extension reads on behind a `Read`; a guard refuses one.

Productions stand by subject, each file above those it uses: `months` (calendar dates), `years`, `periods`, `seasons`,
`days`, `distances`, `ranges`. `pieces` are what no phrase is by itself: a number, a unit, the name of a month.
"""
