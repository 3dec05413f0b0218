-- A Factbook entry that places its country in another tier than the TIP report of the same edition.
with placements as (
    select tiers.*, reports.family
    from {{ ref('stg_fact_tier_placement') }} as tiers
    inner join {{ ref('stg_reports') }} as reports on reports.report_id = tiers.report_id
)

select
    factbook.report_id,
    'tiers_differ' as check_name,
    'warning' as severity,
    factbook.fact_id as about,
    report.tier as expected,
    factbook.tier as actual,
    [factbook.fact_id, report.fact_id] as fact_ids,
    'The Factbook places the country in tier ' || factbook.tier || '; the report of that edition places it in tier '
    || report.tier || '.' as message
from placements as factbook
inner join placements as report
    on report.country_code = factbook.country_code
    and report.edition_year = factbook.edition_year
    and report.family = 'tip_report'
where factbook.family = 'world_factbook'
  and factbook.tier <> report.tier
