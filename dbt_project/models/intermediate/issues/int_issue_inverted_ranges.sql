-- Ranges whose lower end is above their upper end.
with ranges as (
    select report_id, fact_id, 'value' as what, value_low::double as low, value_high::double as high
    from {{ ref('stg_fact_prosecutions') }}
    union all
    select report_id, fact_id, 'value', value_low, value_high from {{ ref('stg_fact_victims') }}
    union all
    select report_id, fact_id, 'value', value_low, value_high from {{ ref('stg_fact_outputs') }}
    union all
    select report_id, fact_id, 'amount', amount_low, amount_high from {{ ref('stg_fact_funding') }}
    union all
    select report_id, fact_id, 'term in months', term_months_min, term_months_max
    from {{ ref('stg_fact_sentences') }}
    union all
    select report_id, fact_id, 'penalty in years', penalty_years_min, penalty_years_max
    from {{ ref('stg_fact_legal_provisions') }}
)

select
    report_id,
    'inverted_range' as check_name,
    'warning' as severity,
    fact_id as about,
    'from low to high' as expected,
    format('{:g} to {:g}', low, high) as actual,
    [fact_id] as fact_ids,
    format('The range of the {} runs from {:g} down to {:g}.', what, low, high) as message
from ranges
where low > high
