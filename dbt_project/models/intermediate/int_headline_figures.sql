{{ config(materialized='table') }}
-- The one figure that law_enforcement_by_year takes for each country, data year and measure.
select
    fact_id,
    country_code,
    data_year,
    headline_measure,
    value,
    edition_year,
    unit,
    qualifier
from {{ ref('int_figures') }}
where headline_measure is not null
  and scope = 'total'
  and status in ('reported', 'zero')
  and value is not null
  and period_type <> 'other'
qualify row_number() over (
    partition by country_code, data_year, headline_measure
    order by
        case family when 'tip_report' then 0 else 1 end,
        edition_year desc,
        is_comparison,
        -- Cases are what is investigated and prosecuted; persons are what is convicted and identified.
        case
            when unit = 'unspecified' then 1
            when (unit = 'case') = (stage in ('investigation', 'prosecution')) then 0
            else 2
        end,
        case period_type when 'calendar_year' then 0 else 1 end,
        char_start,
        fact_id
) = 1
