-- Every doubt that a check found. A number is never changed here: the row says what stands against what.
-- More prosecutions than investigations, or more convictions than prosecutions, is no issue: cases run over years.
{%- set checks = [
    'part_exceeds_total',
    'parts_do_not_add_up',
    'types_do_not_add_up',
    'sentences_and_convictions',
    'comparison_contradicts_edition',
    'conflicting_totals',
    'inverted_ranges',
    'years_after_edition',
    'tiers_differ',
    'characters_repaired',
] %}
with found as (
    {%- for check in checks %}
    select report_id, check_name, severity, about, expected, actual, fact_ids, message
    from {{ ref('int_issue_' ~ check) }}
    {% if not loop.last %}union all{% endif %}
    {%- endfor %}
),

numbered as (
    select
        *,
        row_number() over (partition by report_id, check_name, about order by fact_ids) as ordinal
    from found
)

select
    {{ stable_id(['report_id', "'quality_issues'", 'check_name', 'about', 'ordinal']) }} as issue_id,
    * exclude (about, ordinal)
from numbered
