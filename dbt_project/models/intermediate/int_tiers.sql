{{ config(materialized='view') }}
-- The tier of each country and edition: the TIP report's word before the Factbook's, a named tier before an inferred.
select
    tiers.country_code,
    tiers.edition_year,
    tiers.tier
from {{ ref('stg_fact_tier_placement') }} as tiers
inner join {{ ref('stg_reports') }} as reports on reports.report_id = tiers.report_id
qualify row_number() over (
    partition by tiers.country_code, tiers.edition_year
    order by
        case reports.family when 'tip_report' then 0 else 1 end,
        case tiers.basis when 'stated' then 0 else 1 end,
        tiers.char_start,
        tiers.fact_id
) = 1
