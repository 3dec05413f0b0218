"""The rules of fact_outputs, each with the examples that prove it. Data only; the machine is `outputs`."""

from __future__ import annotations

from ingest.grammar.rule import Rule, example

_TABLE = "fact_outputs"
_UNIT = frozenset({"unit"})

RULES: tuple[Rule, ...] = (
    Rule(
        "outputs.materials",
        _TABLE,
        _UNIT,
        "distributes- or gives-verb … number materials | number materials … distributes-participle | … number of them",
        (
            example(
                "In 2009, the ministry printed about 4,500 leaflets for people who leave to work abroad.",
                {
                    "output": "materials_distributed",
                    "value": 4500,
                    "qualifier": "approximately",
                    "data_year": 2009,
                    "unit_text": "leaflets",
                },
                edition=2010,
                section="prevention",
            ),
            example(
                "Officials distributed 12,000 brochures and 800 posters at border crossings.",
                {"value": 12000, "unit_text": "brochures"},
                {"value": 800, "unit_text": "posters"},
                section="prevention",
            ),
            example(
                "More than 7,000 booklets were published during the year.",
                {"value": 7000, "qualifier": "more_than"},
                section="prevention",
            ),
            example(
                "The ministry printed 6,000 posters and handed out 4,000 of them.",
                {"value": 6000},
                {"value": 4000, "unit_text": "posters"},
                section="prevention",
            ),
        ),
        (
            example("Police seized 300 brochures of a fraudulent agency.", section="prevention"),
            example("An NGO distributed 900 leaflets in schools.", section="prevention"),
        ),
    ),
    Rule(
        "outputs.calls",
        _TABLE,
        _UNIT,
        "gets-verb … number calls, reports, where a hotline is spoken of or the verb is one of receiving"
        " | of which number | none of them about",
        (
            example(
                "The government-run hotline received 640 calls in 2012, compared with 512 in 2011.",
                {"output": "hotline_calls", "value": 640, "is_comparison": False, "data_year": 2012},
                {"value": 512, "is_comparison": True, "data_year": 2011},
                edition=2013,
                section="prevention",
            ),
            example(
                "Operators fielded at least 75 phone calls from workers abroad.",
                {"value": 75, "qualifier": "at_least", "unit_text": "phone calls"},
                section="prevention",
            ),
            example(
                "The state hotline assisted 130 callers. In addition, 60 signals came from relatives.",
                {"value": 130, "unit_text": "callers"},
                {"value": 60, "unit_text": "signals"},
                section="prevention",
            ),
            example(
                "The child helpline received 760 reports, including 31 cases of trafficking; operators passed 12 on.",
                {"value": 760},
                {"value": 31},
                section="prevention",
            ),
            example(
                "The state helpline answered 85 calls, of which 14 related to trafficking.",
                {"value": 85},
                {"value": 14},
                section="prevention",
            ),
        ),
        (
            example("Observers repeated two calls for a new law.", section="prevention"),
            example("The hotline received calls from workers in six languages.", section="prevention"),
        ),
    ),
    Rule(
        "outputs.inspections",
        _TABLE,
        _UNIT,
        "holds- or gets-verb … number inspections | number labor inspections | inspects-verb … number premises"
        " | inspections of number premises",
        (
            example(
                "Labor inspectors conducted 3,120 inspections and inspected 45 brothels in 2016.",
                {"output": "inspections", "value": 3120, "data_year": 2016},
                {"value": 45},
                edition=2017,
                section="prevention",
            ),
            example(
                "The labor ministry conducted no inspections of farms.",
                {"output": "inspections", "value": 0, "status": "zero"},
                section="prevention",
            ),
            example(
                "Inspections were carried out at 64 building sites.",
                {"value": 64},
                section="prevention",
            ),
        ),
        (
            example("The law requires two inspections a year.", section="prevention"),
            example("The ministry employs 90 inspectors for labor inspections.", section="prevention"),
        ),
    ),
    Rule(
        "outputs.trainings",
        _TABLE,
        frozenset({"unit"}),
        "holds-verb … number trainings, workshops, seminars, courses | number training sessions, events"
        " | trains-verb … at, in, through number courses",
        (
            example(
                "The police academy held 14 workshops on trafficking, compared to nine in 2008.",
                {"output": "trainings_held", "value": 14},
                {"value": 9, "is_comparison": True, "data_year": 2008},
                edition=2010,
                section="prosecution",
            ),
            example(
                "Authorities organized six training sessions for judges.",
                {"value": 6, "unit_text": "training sessions"},
                section="prosecution",
            ),
            example(
                "The institute trained 72 judges in three seminars.",
                {"value": 3, "unit_text": "seminars"},
                section="prosecution",
            ),
        ),
        (
            example("IOM held five workshops for journalists.", section="prevention"),
            example("Two officers attended seminars abroad.", section="prosecution"),
        ),
    ),
    Rule(
        "outputs.trained",
        _TABLE,
        frozenset({"trains", "trains_for"}),
        "trains-verb … number officials | number officials … attend-verb … training | number officials were trained"
        " | training for number officials",
        (
            example(
                "In 2011, the government trained 230 police officers and 40 prosecutors.",
                {"output": "officials_trained", "value": 230, "unit_text": "police officers", "data_year": 2011},
                {"value": 40},
                edition=2012,
                section="prosecution",
            ),
            example(
                "Some 150 border guards received training on victim identification.",
                {"value": 150, "qualifier": "approximately"},
                section="protection",
            ),
            example(
                "Over 450 judges, prosecutors, and police took part in state courses in 2010, compared with 300"
                " officials in 2009.",
                {"value": 450, "qualifier": "more_than", "data_year": 2010},
                {"value": 300, "is_comparison": True, "data_year": 2009},
                edition=2011,
                section="prosecution",
            ),
            example(
                "With government funding, an NGO trained 140 nurses.",
                {"value": 140},
                section="prevention",
            ),
            example(
                "The ministry provided training to 85 labor inspectors.",
                {"value": 85},
                section="prevention",
            ),
        ),
        (
            example("An NGO trained 60 teachers without government support.", section="prevention"),
            example("The new unit has 25 trained officers.", section="prosecution"),
        ),
    ),
    Rule(
        "outputs.reached",
        _TABLE,
        frozenset({"reaches", "trains"}),
        "reaches-verb … number people, students, workers | events attended by number people | including number people",
        (
            example(
                "The campaign reached 18,000 students in 2014.",
                {"output": "people_reached", "value": 18000, "data_year": 2014},
                edition=2015,
                section="prevention",
            ),
            example(
                "The ministry provided 7,300 workers with pre-departure briefings and spoke to 900 parents.",
                {"output": "people_reached", "value": 7300},
                {"value": 900},
                section="prevention",
            ),
            example(
                "Officials held a lecture attended by 350 people.",
                {"output": "people_reached", "value": 350},
                section="prevention",
            ),
        ),
        (
            example("Some 2,000 students work in the fields each autumn.", section="prevention"),
            example("Police reached 12 victims in the mine.", section="protection"),
        ),
    ),
    Rule(
        "outputs.shelters",
        _TABLE,
        _UNIT,
        "runs-verb … number shelters, safe houses, care centers | owner's number shelters | state-run number shelters"
        " | gives- or refers-verb … to, in, via number shelters | there were number shelters | and number elsewhere",
        (
            example(
                "The government operated seven shelters for victims of violence, including trafficking victims.",
                {"output": "shelters", "value": 7, "unit_text": "shelters"},
                section="protection",
            ),
            example(
                "Police brought the children to one of its 16 transit centers.",
                {"value": 16, "unit_text": "transit centers"},
                section="protection",
            ),
            example(
                "The ministry designated one shelter for women. It designated one shelter for boys.",
                {"value": 1},
                {"value": 1},
                section="protection",
            ),
            example(
                "The ministry's 26 regional shelters cared for 90 women, and it maintained six apartments for victims.",
                {"value": 26},
                {"value": 6, "unit_text": "apartments"},
                section="protection",
            ),
            example(
                "The ministry funded 31 crisis centers in 2018.",
                {"value": 31, "data_year": 2018},
                edition=2019,
                section="protection",
            ),
        ),
        (
            example("NGOs operated four shelters without public funds.", section="protection"),
            example("Victims stayed in three shelters.", section="protection"),
            example("The government planned to open two shelters.", section="protection"),
            example("A foundation gave $40,000 to six shelters.", section="protection"),
        ),
    ),
    Rule(
        "outputs.other",
        _TABLE,
        _UNIT,
        "holds-verb … number awareness events, raids | closes-verb … number premises, licenses, agencies"
        " | founds-verb … number units | airs-verb … number spots | covers-verb … number schools",
        (
            example(
                "Police conducted 22 raids on massage parlors.",
                {"output": "other", "value": 22, "unit_text": "raids"},
                section="prosecution",
            ),
            example(
                "The ministry revoked 16 licenses of recruitment agencies and held five awareness campaigns.",
                {"output": "other", "value": 16},
                {"value": 5},
                section="prevention",
            ),
            example(
                "Police identified most of them during one of six operations. The ministry maintained 19 help desks.",
                {"value": 6, "unit_text": "operations"},
                {"value": 19, "unit_text": "help desks"},
                section="protection",
            ),
            example(
                "Labor inspectors issued 230 fines and settled 45 wage disputes.",
                {"value": 230, "unit_text": "fines"},
                {"value": 45, "unit_text": "wage disputes"},
                section="prevention",
            ),
            example(
                "The government provided services to 640 at-risk children via four mobile teams.",
                {"value": 640, "unit_text": "at-risk children"},
                {"value": 4, "unit_text": "mobile teams"},
                section="prevention",
            ),
            example(
                "The state set up 14 district committees and broadcast 26 radio spots.",
                {"value": 14, "unit_text": "district committees"},
                {"value": 26},
                section="prevention",
            ),
        ),
        (
            example("Twelve agencies take part in the working group.", section="prevention"),
            example("The committee held four meetings.", section="prevention"),
        ),
    ),
    Rule(
        "outputs.unreported",
        _TABLE,
        frozenset({"neg"}),
        "not, telling verb, how many or the number of, calls, inspections, trainings or people who were taught",
        (
            example(
                "The government did not report how many calls its hotline received.",
                {"output": "hotline_calls", "status": "not_reported", "value": None, "qualifier": None},
                section="prevention",
            ),
            example(
                "Officials did not specify the number of labor inspections, nor how many officers received training.",
                {"output": "inspections", "status": "not_reported"},
                {"output": "officials_trained", "status": "not_reported"},
                section="prevention",
            ),
            example(
                "The ministry did not report how many migrants received this guidance.",
                {"output": "people_reached", "status": "not_reported"},
                section="prevention",
            ),
        ),
        (
            example("The government did not report how many victims received care.", section="protection"),
            example("The government did not report how many officers it had.", section="prosecution"),
        ),
    ),
)
