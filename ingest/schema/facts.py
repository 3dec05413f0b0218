"""The fact tables, `residual_numbers` and `report_paragraphs`: what the extractor writes into the lake."""

from __future__ import annotations

from ingest.schema.columns import Column, Table

SECTIONS = ("profile", "overview", "recommendations", "prosecution", "protection", "prevention", "other")
STATUSES = ("reported", "zero", "not_reported")
QUALIFIERS = ("exact", "approximately", "at_least", "at_most", "more_than", "fewer_than")
PERIOD_TYPES = ("calendar_year", "reporting_period", "other")
TRAFFICKING_TYPES = ("sex", "labor", "other", "all")
SCOPES = ("total", "part", "example")
STAGES = ("investigation", "arrest", "prosecution", "conviction", "acquittal")
SUBJECTS = ("traffickers", "officials")

PROVENANCE: tuple[Column, ...] = (
    Column("fact_id", "VARCHAR", "Stable key of the fact: same report, same fact, same id on every run.", True),
    Column("report_id", "VARCHAR", "The report that states the fact.", True, references="dim_report.report_id"),
    Column(
        "country_code", "VARCHAR", "ISO 3166-1 alpha-3 code of the report's country.", True,
        references="dim_country.country_code",
    ),
    Column("edition_year", "SMALLINT", "Year on the title of the report; not the year of the figure.", True),
    Column("section", "VARCHAR", "Section of the report that states the fact.", True, SECTIONS),
    Column("quote", "VARCHAR", "The words that state the fact: document text [char_start:char_end].", True),
    Column("char_start", "INTEGER", "First character of the quote in the document text.", True),
    Column("char_end", "INTEGER", "Character after the last of the quote in the document text.", True),
    Column("rule", "VARCHAR", "Name of the extraction rule that produced the row.", True),
)  # fmt: skip
PROVENANCE_NAMES = tuple(column.name for column in PROVENANCE)

_STATUS = Column(
    "status", "VARCHAR",
    "reported: a number is stated; zero: the text says there were none; "
    "not_reported: the text says that no figure was given.",
    True, STATUSES, default="reported",
)  # fmt: skip
_QUALIFIER = Column(
    "qualifier", "VARCHAR", "How exact the number is; NULL where none was reported.", False, QUALIFIERS, default="exact"
)
VALUE: tuple[Column, ...] = (
    _STATUS,
    Column("value", "BIGINT", "The stated number; 0 for zero, NULL for not_reported and ranges."),
    Column("value_low", "BIGINT", "Lower end of a stated range."),
    Column("value_high", "BIGINT", "Upper end of a stated range."),
    _QUALIFIER,
)
_DATA_YEAR = Column("data_year", "SMALLINT", "The year that the figure speaks of.", True)
_IS_COMPARISON = Column(
    "is_comparison", "BOOLEAN", "The figure is the earlier value that another figure is compared with.", True,
    default=False,
)  # fmt: skip
PERIOD: tuple[Column, ...] = (
    _DATA_YEAR,
    Column(
        "period_type", "VARCHAR",
        "calendar_year: a year is named; reporting_period: the text says so or nothing; other: a span or a date.",
        True, PERIOD_TYPES, default="reporting_period",
    ),
    _IS_COMPARISON,
)  # fmt: skip
_TYPE = Column(
    "trafficking_type", "VARCHAR", "Form of exploitation; all: not split, or stated as both together.", True,
    TRAFFICKING_TYPES, default="all",
)  # fmt: skip
_SCOPE = Column(
    "scope", "VARCHAR", "total: the government's figure; part: a part of another figure; example: one described case.",
    True, SCOPES, default="total",
)  # fmt: skip
_SUBJECT = Column(
    "subject", "VARCHAR", "Whom it is about: traffickers, or complicit public officials.", True, SUBJECTS,
    default="traffickers",
)  # fmt: skip


def _enum(name: str, description: str, *values: str) -> Column:
    default = "unspecified" if "unspecified" in values else None
    return Column(name, "VARCHAR", description, True, values, default=default)


def _fact(name: str, grain: str, description: str, *columns: Column) -> Table:
    lists = {column.name for column in columns if column.sql == "VARCHAR[]"}
    return Table(
        name=name,
        grain=grain,
        description=description,
        columns=(*PROVENANCE, *columns),
        primary_key=("fact_id",),
        sort=("country_code", "edition_year", "report_id", "char_start", "char_end", "fact_id"),
        natural_key=tuple(column.name for column in columns if column.name not in lists),
    )


FACT_PROSECUTIONS = _fact(
    "fact_prosecutions",
    "One stated count of one stage of law enforcement.",
    "Law-enforcement counts: investigations, arrests, prosecutions, convictions and acquittals for trafficking.",
    _enum("stage", "Stage of law enforcement that is counted.", *STAGES),
    _enum("unit", "What is counted: persons or cases, where the noun says so.", "person", "case", "unspecified"),
    _SUBJECT,
    Column("case_status", "VARCHAR", "new: initiated or nothing said; continued from before; closed; pending.", True,
           ("new", "continued", "closed", "pending"), default="new"),
    *VALUE, *PERIOD, _TYPE, _SCOPE,
)  # fmt: skip

FACT_SENTENCES = _fact(
    "fact_sentences",
    "One stated group of offenders with one penalty.",
    "Penalties that courts imposed on convicted traffickers or complicit officials.",
    Column("offenders", "INTEGER", "How many offenders received the penalty; NULL where not stated."),
    _enum("penalty", "Kind of penalty.", "imprisonment", "suspended", "fine", "other", "unspecified"),
    Column("term_months_min", "INTEGER", "Shortest term in months (life = 9999); NULL where no term is stated."),
    Column("term_months_max", "INTEGER", "Longest term in months (life = 9999); NULL where open or not stated."),
    _SUBJECT, _DATA_YEAR, _IS_COMPARISON, _SCOPE,
)  # fmt: skip

FACT_VICTIMS = _fact(
    "fact_victims",
    "One stated count of victims.",
    "Victims counted: identified, referred, assisted, repatriated, or otherwise counted or estimated.",
    _enum("action", "What was done for or with the victims.",
          "identified", "referred", "assisted", "repatriated", "other"),
    _enum("actor", "Who did it.", "government", "ngo", "international_organization", "joint", "unspecified"),
    _TYPE,
    _enum("age_group", "Age group where stated.", "adult", "child", "unspecified"),
    _enum("gender", "Gender where stated.", "female", "male", "unspecified"),
    _enum("origin", "Nationals of the country, or foreigners, where stated.", "national", "foreign", "unspecified"),
    Column("is_potential", "BOOLEAN", "The text says potential, possible, presumed or suspected victims.", True,
           default=False),
    *VALUE, *PERIOD, _SCOPE,
)  # fmt: skip

FACT_FUNDING = _fact(
    "fact_funding",
    "One stated amount of money.",
    "Money for anti-trafficking work and for victims; not fines, ransoms, wages or debts.",
    Column("amount", "DECIMAL(18,2)", "Amount in the stated currency; the local one wherever both stand."),
    Column("amount_low", "DECIMAL(18,2)", "Lower end of a stated range, in the stated currency."),
    Column("amount_high", "DECIMAL(18,2)", "Upper end of a stated range, in the stated currency."),
    Column("currency", "VARCHAR", "ISO 4217 code of the stated currency."),
    Column("amount_usd", "DECIMAL(18,2)", "US dollars where the text states dollars or a dollar equivalent."),
    _STATUS, _QUALIFIER,
    _enum("purpose", "What the money was for.", "victim_assistance", "prevention", "law_enforcement", "training",
          "general", "compensation", "other"),
    _enum("funder", "Who paid.", "government", "foreign_government", "international_organization", "ngo",
          "unspecified"),
    *PERIOD, _SCOPE,
)  # fmt: skip

FACT_LEGAL_PROVISIONS = _fact(
    "fact_legal_provisions",
    "One stated penalty range of one provision, or of provisions taken together.",
    "What the law prescribes as punishment for trafficking.",
    Column("articles", "VARCHAR[]", "Articles or sections as written.", True, default=()),
    Column("instrument", "VARCHAR", "The law as written, as in 'penal code'."),
    _TYPE,
    Column("penalty_years_min", "DECIMAL(5,2)", "Shortest prescribed term in years (life = 99)."),
    Column("penalty_years_max", "DECIMAL(5,2)", "Longest prescribed term in years (life = 99)."),
    Column("is_sufficiently_stringent", "BOOLEAN", "The text calls the penalty sufficiently stringent, or not."),
    Column("is_commensurate", "BOOLEAN", "The text calls it commensurate with those for other grave crimes, or not."),
)  # fmt: skip

FACT_TIER_PLACEMENT = _fact(
    "fact_tier_placement",
    "One per report that places its country.",
    "The tier in which a report places its country.",
    _enum("tier", "Tier; 2WL is the Tier 2 Watch List.", "1", "2", "2WL", "3", "special_case"),
    _enum("basis", "stated: the tier is named; inferred: from the minimum-standards sentence.", "stated", "inferred"),
)

FACT_TRAFFICKING_FLOWS = _fact(
    "fact_trafficking_flows",
    "One route between two countries, in one role of the report's country.",
    "Routes along which people are trafficked, as reports state them.",
    Column("origin_code", "VARCHAR", "Country of origin; NULL where the text names a region.",
           references="dim_country.country_code"),
    Column("destination_code", "VARCHAR", "Country of destination; NULL where the text names a region.",
           references="dim_country.country_code"),
    _enum("role", "Role of the report's country on this route.", "source", "transit", "destination", "internal"),
    Column("origin_region", "VARCHAR", "Region of origin as printed, where no country is named."),
    Column("destination_region", "VARCHAR", "Region of destination as printed, where no country is named."),
    Column("origin_region_code", "VARCHAR", "UN M49 code of the region of origin, where one fits."),
    Column("destination_region_code", "VARCHAR", "UN M49 code of the region of destination, where one fits."),
    _TYPE,
    Column("victim_groups", "VARCHAR[]", "Out of men, women, boys, girls, children.", True, default=()),
    Column("sectors", "VARCHAR[]", "Sectors of exploitation as written.", True, default=()),
)  # fmt: skip

FACT_RECOMMENDATIONS = _fact(
    "fact_recommendations",
    "One recommendation.",
    "What the report recommends to the government.",
    Column("ordinal", "SMALLINT", "Place in the report's list, from 1.", True),
    Column("text", "VARCHAR", "The recommendation without bullet, separator or lead-in.", True),
)

FACT_TREATIES = _fact(
    "fact_treaties",
    "One statement of treaty status.",
    "Whether the country is a party to a treaty that bears on trafficking, where the report says so.",
    _enum("treaty", "The treaty.", "un_tip_protocol", "untoc", "ilo_c29", "ilo_p029", "ilo_c105", "ilo_c182",
          "ilo_c189", "crc_opsc", "crc_opac", "coe_convention", "other"),
    Column("treaty_text", "VARCHAR", "The treaty as written.", True),
    Column("is_party", "BOOLEAN", "The country is a party; signed but not ratified is false.", True),
    Column("action_year", "SMALLINT", "Year of ratification or accession, where stated."),
)  # fmt: skip

FACT_OUTPUTS = _fact(
    "fact_outputs",
    "One stated count of something governments did.",
    "Trainings, people reached, materials, hotline calls, inspections, shelters and the like.",
    _enum("output", "What is counted.", "officials_trained", "trainings_held", "people_reached",
          "materials_distributed", "hotline_calls", "inspections", "shelters", "other"),
    Column("unit_text", "VARCHAR", "The counted noun as written."),
    *VALUE, *PERIOD,
)  # fmt: skip

FACT_TABLES: tuple[Table, ...] = (
    FACT_PROSECUTIONS, FACT_SENTENCES, FACT_VICTIMS, FACT_FUNDING, FACT_LEGAL_PROVISIONS, FACT_TIER_PLACEMENT,
    FACT_TRAFFICKING_FLOWS, FACT_RECOMMENDATIONS, FACT_TREATIES, FACT_OUTPUTS,
)  # fmt: skip

RESIDUAL_NUMBERS = Table(
    name="residual_numbers",
    grain="One number that no rule took and no named rule set aside.",
    description="What the extractor did not understand: an honest list, in every section but recommendations.",
    columns=(
        Column("residual_id", "VARCHAR", "Stable key, made like fact_id.", True),
        PROVENANCE[1], PROVENANCE[2], PROVENANCE[3],
        Column("section", "VARCHAR", "Section of the report.", True, SECTIONS),
        Column("quote", "VARCHAR", "The number as printed: document text [char_start:char_end].", True),
        Column("char_start", "INTEGER", "First character of the number in the document text.", True),
        Column("char_end", "INTEGER", "Character after the last of the number in the document text.", True),
        Column("sentence", "VARCHAR", "The sentence in which it stands.", True),
    ),
    primary_key=("residual_id",),
    sort=("country_code", "edition_year", "report_id", "char_start", "residual_id"),
    natural_key=("quote", "sentence"),
)  # fmt: skip

REPORT_PARAGRAPHS = Table(
    name="report_paragraphs",
    grain="One paragraph of one report.",
    description="The document text; a report's paragraphs joined with two line feeds give it back.",
    columns=(
        PROVENANCE[1], PROVENANCE[2], PROVENANCE[3],
        Column("paragraph", "SMALLINT", "Number of the paragraph in the report, from 1.", True),
        Column("section", "VARCHAR", "Section that the paragraph belongs to.", True, SECTIONS),
        Column("char_start", "INTEGER", "First character of the paragraph in the document text.", True),
        Column("char_end", "INTEGER", "Character after the last of the paragraph in the document text.", True),
        Column("text", "VARCHAR", "The paragraph.", True),
    ),
    primary_key=("report_id", "paragraph"),
    sort=("country_code", "edition_year", "report_id", "paragraph"),
)  # fmt: skip

LAKE_TABLES: tuple[Table, ...] = (*FACT_TABLES, RESIDUAL_NUMBERS, REPORT_PARAGRAPHS)
