"""Words that every table needs: negation, comparison, hedges, persons, law names, units of time."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    # Negation and silence
    "neg": "no | not | none | never | neither | nor | n't | without | zero",
    "neg aux": "did not | does not | do not | has not | have not | had not | was not | were not | is not | are not"
    " | could not | didn't | doesn't | hasn't",
    "neg fail": "failed to | failing to | failure to | failed in | unable to | has yet to | have yet to | had yet to"
    " | yet to | lack of | lacked | neglected to | refused to | declined to",
    "neg never": "has never | have never | had never",
    "pronoun neg": "no one | nobody",
    # Comparison with an earlier figure
    "cmp": "compared to | compared with | in comparison to | in comparison with | as compared to | as compared with"
    " | by comparison | versus | vs | up from | down from | relative to | comparable to | contrasted with"
    " | in contrast to | in contrast with | compares to | compares with | compared favorably to | as opposed to"
    " | similar to | twice the number | half the number | double the number | triple the number | twice as many"
    " | nearly double the | almost double the | more than double the | double the | triple the | nearly twice the"
    " | more than twice the | almost twice the"
    " | half as many | more than double the number | unchanged from | less than half the number | as against"
    " | falling short of | when compared to | when compared with | set against | measured against",
    "cmp change": "an increase from | a decrease from | a significant increase from | a significant decrease from"
    " | increase from | decrease from | increased from | decreased from | rise from | rose from | fell from"
    " | decline from | declined from | dropped from | a drop from | drop from | an increase over | increase over"
    " | an increase compared to | a decrease compared to | an increase compared with | a decrease compared with"
    " | improvement from | an improvement from | a significant improvement from | a decline from | reduction from"
    " | the same number of"
    " | a reduction from | the same number as | the same as | fewer than the | more than the | down slightly from"
    " | up slightly from | a slight increase from | a slight decrease from | a sharp increase from"
    " | dropping from | falling from | rising from | increasing from | decreasing from | declining from | grew from"
    " | growing from | risen from | climbed from | jumped from | fallen from | plummeted from"
    " | doubled from | went from"
    " | slightly up from | slightly down from | decreased slightly from | increased slightly from"
    " | a large increase from"
    " | a slight decline from | a sharp decline from | a significant decline from | a marked decrease from"
    " | an uptick from"
    " | a substantial decrease from | a large decrease from | a notable decrease from | a small decrease from"
    " | compared | decreases from | increases from | reduced from | declines from | significant increase over"
    " | increase in comparison with | a dramatic increase from | a dramatic decrease from | an increase on"
    " | a sharp decrease from | a substantial increase from | a notable increase from | a marked increase from"
    " | increase compared to | decrease compared to | increase compared with | decrease compared with",
    # Names that contain a year, and legal instruments
    "law": "law | laws | act | code | protocol | convention | constitution | decree | amendment | amendments | statute"
    " | legislation | ordinance | resolution | directive | memorandum | agreement | bill | order | charter"
    " | proclamation | treaty | declaration | mou | regulation | regulations | decision | presidential decree",
    "plan": "plan | strategy | policy | program | action plan | campaign | census | survey | study | report | election"
    " | elections | earthquake | coup | war | war-era | olympics | world cup | games | tsunami | hurricane | crisis",
    "article_word": "article | articles | section | sections | chapter | paragraph | paragraphs | para | art | arts"
    " | sec | secs | subsection | subsections | clause | title",
    # Units of time
    "time_unit": "year | years | month | months | week | weeks | day | days | hour | hours | minutes | decade"
    " | decades | night | nights",
    # Hedges
    "hedge": "reportedly | allegedly | possibly | perhaps | may | might | could | likely | potentially | some reports"
    " | suspected | presumed | alleged",
    "potential": "potential | possible | presumed | suspected | alleged | likely | probable | vulnerable | at-risk"
    " | would-be",
    # Who acts
    "actor government": "government | governments | authorities | police | officials | officers | ministry | ministries"
    " | courts | court | prosecutors | prosecutor | judiciary | law enforcement | law enforcement officials"
    " | the government | gendarmerie | embassy | embassies | consulate | consulates | parliament | immigration"
    " | state | federal | municipal | agency | agencies | department | directorate | inspectorate | inspectors",
    "actor ngo": "ngo | ngos | nongovernmental organizations | nongovernmental organization"
    " | non-governmental organizations | non-governmental organization | civil society | civil society organizations"
    " | civil society groups | charity | charities | church | faith-based organizations | local organizations"
    " | save the children | advocates | activists | observers | academics | researchers | experts | media | local ngo"
    " | local ngos",
    "actor international_organization": "iom | unicef | unodc | ilo | unhcr | osce | ecowas | un | interpol"
    " | international organization | international organizations | the international organization for migration"
    " | international organization for migration | un office on drugs and crime | european union | eu | red cross",
    # Parts and examples
    "part": "of these | of those | of whom | of which | among them | among these | among those | including | includes"
    " | included | consisting of | comprising | namely | in one case | in one investigation | in one prosecution"
    " | in another case | in one instance | for example | for instance | in particular | respectively",
    "example": "in one case | in one investigation | in one prosecution | in another case | in one instance"
    " | in another instance | for example | for instance"
    " | in a separate case | in one example | in one notable case | in one high-profile case | one case involved",
}
