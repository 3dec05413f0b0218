{{ config(materialized='table') }}
-- Counts of law enforcement and of victims in one shape, with the names under which figures are compared.
--   measure           stage or action with unit, subject and period type: conviction/person/traffickers/calendar_year.
--                     Cases that are not new, groups of victims and the work of others than governments are
--                     measures of their own, so that nothing is compared with what it is not.
--   whole             the measure without the group of victims, so that a part finds its total
--   breakdown         which of origin, gender and age group the text states; NULL for none
--   headline_measure  the column of law_enforcement_by_year that the figure can stand in; NULL for none
with prosecutions as (
    select
        *,
        'fact_prosecutions' as fact_table,
        if(case_status = 'new', '', case_status || ' ') || stage as counted,
        subject as subject_words,
        null::varchar as breakdown,
        subject = 'traffickers' and case_status = 'new' as fits_headline
    from {{ ref('stg_fact_prosecutions') }}
),

victims as (
    select
        *,
        'fact_victims' as fact_table,
        action as stage,
        -- Victims are persons.
        'person' as unit,
        -- The same figure is "25 were identified" in one edition and "police identified 25" in the next.
        action || case actor
            when 'ngo' then ' by ngo'
            when 'international_organization' then ' by international organization'
            else ''
        end as counted,
        if(is_potential, 'potential ', '') || 'victims' as subject_words,
        nullif(concat_ws(
            '+',
            if(origin = 'unspecified', null, 'origin'),
            if(gender = 'unspecified', null, 'gender'),
            if(age_group = 'unspecified', null, 'age_group')
        ), '') as breakdown,
        actor not in ('ngo', 'international_organization')
        and not is_potential
        and origin = 'unspecified' and gender = 'unspecified' and age_group = 'unspecified' as fits_headline,
        concat_ws(
            ' ',
            nullif(origin, 'unspecified'), nullif(gender, 'unspecified'), nullif(age_group, 'unspecified')
        ) as groups
    from {{ ref('stg_fact_victims') }}
),

{%- set shared = ['fact_id', 'report_id', 'country_code', 'edition_year', 'fact_table', 'stage', 'unit', 'counted',
    'subject_words', 'breakdown', 'fits_headline', 'status', 'value', 'qualifier', 'data_year', 'period_type',
    'is_comparison', 'trafficking_type', 'scope', 'char_start'] | join(', ') %}

figures as (
    select {{ shared }}, '' as groups from prosecutions
    union all
    select {{ shared }}, groups from victims
)

select
    figures.fact_id,
    figures.report_id,
    reports.family,
    figures.country_code,
    figures.edition_year,
    figures.fact_table,
    figures.stage,
    figures.unit,
    figures.subject_words as subject,
    figures.counted || '/' || figures.unit || '/' || trim(figures.groups || ' ' || figures.subject_words)
    || '/' || figures.period_type as measure,
    figures.counted || '/' || figures.unit || '/' || figures.subject_words || '/' || figures.period_type as whole,
    figures.breakdown,
    figures.trafficking_type,
    figures.data_year,
    figures.period_type,
    figures.is_comparison,
    figures.scope,
    figures.status,
    figures.value,
    figures.qualifier,
    figures.char_start,
    case
        when not figures.fits_headline then null
        {%- for measure in measures() %}
        when figures.fact_table = '{{ measure.table }}' and figures.stage = '{{ measure.stage }}'
            then '{{ measure.name }}' || case figures.trafficking_type
                when 'all' then '' when 'sex' then '_sex' when 'labor' then '_labor'
            end
        {%- endfor %}
    end as headline_measure
from figures
inner join {{ ref('stg_reports') }} as reports on reports.report_id = figures.report_id
