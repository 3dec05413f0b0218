{{ config(materialized='table') }}
-- Where two consecutive TIP reports that state a figure give different values for it.
with stated as (
    select *
    from {{ ref('int_figures') }}
    where family = 'tip_report'
      and scope = 'total'
      and value is not null
      and period_type <> 'other'
    -- What a report says of a figure: its own statement before a comparison, the first in the text.
    qualify row_number() over (
        partition by country_code, measure, trafficking_type, data_year, edition_year
        order by is_comparison, char_start, fact_id
    ) = 1
),

pairs as (
    select
        country_code,
        measure,
        trafficking_type,
        data_year,
        headline_measure,
        lag(edition_year) over editions as earlier_edition,
        lag(value) over editions as earlier_value,
        lag(fact_id) over editions as earlier_fact_id,
        edition_year as later_edition,
        value as later_value,
        fact_id as later_fact_id
    from stated
    window editions as (partition by country_code, measure, trafficking_type, data_year order by edition_year)
)

select
    {{ stable_id(["'restatements'", 'country_code', 'measure', 'trafficking_type', 'data_year',
        'earlier_edition', 'later_edition']) }} as restatement_id,
    *
from pairs
where earlier_value <> later_value
