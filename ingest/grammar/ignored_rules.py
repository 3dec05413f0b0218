"""The rules that set numbers aside, each with the examples that prove it. Data only; the tests are in `ignored`."""

from __future__ import annotations

from ingest.grammar.rule import Rule, example

_NUMBER = frozenset({"number"})
_IN = {"section": "protection"}

RULES: tuple[Rule, ...] = (
    Rule(
        "ignored.share",
        "",
        frozenset({"percent", "number"}),
        "a percentage or a fraction",
        (
            example("About 60 percent of the identified victims were men.", **_IN),
            example("One quarter of the victims stayed abroad.", **_IN),
        ),
        (
            example("Police identified 60 victims.", **_IN),
            example("Courts sentenced the trafficker to six years' imprisonment.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.span",
        "",
        frozenset({"duration"}),
        "a duration without a penal word near it",
        (
            example("Victims may stay in the shelter for up to three months.", **_IN),
            example("The government adopted a four-year action plan.", section="prevention"),
        ),
        (
            example("The law prescribes penalties of five to 10 years' imprisonment.", section="prosecution"),
            example("A court imposed a prison term of two years.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.price",
        "",
        frozenset({"money"}),
        "money near a word for fees, debts, wages, prices or fines",
        (
            example("Workers paid recruiters fees of up to $4,000.", section="profile"),
            example("Employers withheld wages of $300 a month.", section="profile"),
        ),
        (
            example("The government allocated $40,000 to the shelter.", **_IN),
            example("The ministry budgeted $2 million for victim assistance.", **_IN),
        ),
    ),
    Rule(
        "ignored.denominator",
        "",
        _NUMBER,
        "of the number | number of number | out of number",
        (
            example("Officials identified 90 victims. Of the 90 victims, 12 were children.", **_IN),
            example("Police referred 14 out of 20 victims.", **_IN),
        ),
        (
            example("Officials identified 90 victims.", **_IN),
            example("NGOs assisted 35 women.", **_IN),
        ),
    ),
    Rule(
        "ignored.exception",
        "",
        _NUMBER,
        "all but number",
        (
            example("Officials identified 30 victims; all but four were women.", **_IN),
            example("All but two of the shelters were full.", **_IN),
        ),
        (
            example("Officials identified four women.", **_IN),
            example("All four shelters were full.", **_IN),
        ),
    ),
    Rule(
        "ignored.repeated",
        "",
        _NUMBER,
        "the, these, all number, where the report has stated the number before",
        (
            example("Police identified 44 victims. The 44 victims came from two countries.", **_IN),
            example("NGOs assisted 17 women. All 17 spoke to the press.", **_IN),
        ),
        (
            example("Police identified 44 victims.", **_IN),
            example("The 16 judges were absent.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.one_of",
        "",
        _NUMBER,
        "one of the, one another, no one, the one",
        (
            example("The country is one of the poorest in the region.", section="profile"),
            example("Agencies failed to share information with one another.", section="prosecution"),
        ),
        (
            example("Police identified one victim.", **_IN),
            example("Courts convicted one of the suspects.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.age",
        "",
        _NUMBER,
        "young as number | age words number",
        (
            example("Children as young as eight work in mines.", section="profile"),
            example("Girls as young as 11 are exploited.", section="profile"),
        ),
        (
            example("Police identified 11 girls.", **_IN),
            example("NGOs assisted eight young women.", **_IN),
        ),
    ),
    Rule(
        "ignored.capacity",
        "",
        _NUMBER,
        "can house number | capacity of number",
        (
            example("The center can accommodate up to 24 women.", **_IN),
            example("The shelter has a capacity of 50 people.", **_IN),
        ),
        (
            example("The center accommodated 24 women.", **_IN),
            example("The shelter assisted 50 victims.", **_IN),
        ),
    ),
    Rule(
        "ignored.places",
        "",
        _NUMBER,
        "number … provinces, countries, sites",
        (
            example("The unit has branches in 12 provinces.", section="prosecution"),
            example("Women are exploited in more than 20 countries.", section="profile"),
        ),
        (
            example("Police identified 12 victims in the provinces.", **_IN),
            example("The government operated seven shelters for victims.", **_IN),
        ),
    ),
    Rule(
        "ignored.bodies",
        "",
        _NUMBER,
        "number … ministries, NGOs, units, committees",
        (
            example("The committee includes nine ministries and four NGOs.", section="prevention"),
            example("Twelve agencies take part in the network.", section="prevention"),
        ),
        (
            example("NGOs assisted nine victims.", **_IN),
            example("Police arrested nine suspects.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.agreements",
        "",
        _NUMBER,
        "number … laws, plans, agreements, meetings, kinds",
        (
            example("The ministers signed two agreements and held five meetings.", section="prevention"),
            example("The plan has four objectives.", section="prevention"),
        ),
        (
            example("Courts heard two cases under the law.", section="prosecution"),
            example("Police identified five victims at a meeting.", **_IN),
        ),
    ),
    Rule(
        "ignored.goods",
        "",
        _NUMBER,
        "number … beds, vehicles, kilometers",
        (
            example("The shelter has 40 beds.", **_IN),
            example("The donor gave the unit six vehicles.", section="prosecution"),
        ),
        (
            example("The shelter assisted 40 women.", **_IN),
            example("Police found six victims in a vehicle.", **_IN),
        ),
    ),
    Rule(
        "ignored.times",
        "",
        _NUMBER,
        "number times, hours, occasions",
        (
            example("The council met four times.", section="prevention"),
            example("Officers completed 30 hours of classes.", section="prosecution"),
        ),
        (
            example("Police identified four victims this time.", **_IN),
            example("NGOs assisted 30 women around the clock.", **_IN),
        ),
    ),
    Rule(
        "ignored.staff",
        "",
        _NUMBER,
        "employ-verb … number officials",
        (
            example("The unit employed 16 officers.", section="prosecution"),
            example("The ministry hired 25 inspectors.", section="prevention"),
        ),
        (
            example("Courts convicted two police officers.", section="prosecution"),
            example("The ministry trained 25 inspectors.", section="prevention"),
        ),
    ),
    Rule(
        "ignored.population",
        "",
        _NUMBER,
        "number … migrants, refugees, workers, people at risk",
        (
            example("Some 300,000 refugees live in the country.", section="profile"),
            example("There are about two million foreign workers in the country.", section="profile"),
        ),
        (
            example("The embassy repatriated 30 victims among the refugees.", **_IN),
            example("Police identified 12 trafficking victims who were migrants.", **_IN),
        ),
    ),
    Rule(
        "ignored.name",
        "",
        _NUMBER,
        "tier, line, phase, operation number; number behind the dash of a law's number",
        (
            example("Prosecutors could use Law 88-09 against traffickers.", section="prosecution"),
            example("The toll-free line 119 was out of order.", section="prevention"),
            example("Officials launched phase 2 of the survey.", section="prevention"),
        ),
        (
            example("Operators of the line answered 119 calls.", section="prevention"),
            example("Police identified two victims.", **_IN),
        ),
    ),
    Rule(
        "ignored.enumeration",
        "",
        _NUMBER,
        "( number ) before the item of a list",
        (
            example("The decree requires (1) screening and (2) referral.", **_IN),
            example("The unit must (1) report and (2) act.", section="prosecution"),
        ),
        (
            example("Police identified 12 victims (two in 2006).", **_IN),
            example("Victims (12) were referred to shelters by police.", **_IN),
        ),
    ),
    Rule(
        "ignored.rate",
        "",
        _NUMBER,
        "per number | number waivers, ranks",
        (
            example("The state pays for one worker per 200 inmates.", section="prevention"),
            example("There is one doctor per 5,000 people.", section="profile"),
        ),
        (
            example("Police identified 200 victims per the ministry's list.", **_IN),
            example("NGOs assisted 50 women.", **_IN),
        ),
    ),
    Rule(
        "ignored.moved",
        "",
        _NUMBER,
        "extradited, deported … number people",
        (
            example("The country extradited five fugitives.", section="prosecution"),
            example("Officials deported 120 foreigners without screening.", **_IN),
        ),
        (
            example("The embassy repatriated 12 victims.", **_IN),
            example("Courts convicted five fugitives.", section="prosecution"),
        ),
    ),
    Rule(
        "ignored.definite",
        "",
        _NUMBER,
        "the, these, those small number of what was named before",
        (
            example("A guard and a clerk took bribes; these two remained in office.", section="prosecution"),
            example("An uncle and a neighbor denied it; the two went home.", section="prosecution"),
        ),
        (
            example("Police arrested two suspects.", section="prosecution"),
            example("Officials identified three victims.", **_IN),
        ),
    ),
)
