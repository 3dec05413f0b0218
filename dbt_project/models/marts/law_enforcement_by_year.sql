-- One row for each country and year for which a figure was chosen; each measure with where its number stands.
with figures as (
    select
        country_code,
        data_year
        {%- for measure in measures() %}{% for suffix in ['', '_sex', '_labor'] %}
        {%- set name = measure.name ~ suffix %}
        {%- set this_one = "filter (where headline_measure = '" ~ name ~ "')" %},
        any_value(value) {{ this_one }} as {{ name }},
        any_value(edition_year) {{ this_one }} as {{ name }}_edition,
        any_value(unit) {{ this_one }} as {{ name }}_unit,
        any_value(qualifier) {{ this_one }} as {{ name }}_qualifier,
        any_value(fact_id) {{ this_one }} as {{ name }}_fact_id
        {%- endfor %}{% endfor %}
    from {{ ref('int_headline_figures') }}
    group by country_code, data_year
),

restated as (
    select distinct country_code, data_year
    from {{ ref('int_restatements') }}
    where headline_measure is not null
)

select
    figures.*,
    tiers.tier,
    tiers.edition_year as tier_edition,
    restated.country_code is not null as restated
from figures
left join {{ ref('int_tiers') }} as tiers
    on tiers.country_code = figures.country_code and tiers.edition_year = figures.data_year + 1
left join restated
    on restated.country_code = figures.country_code and restated.data_year = figures.data_year
