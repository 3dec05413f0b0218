-- A sentence distribution (groups of offenders, each with its number) that does not match the convictions of the
-- same report, subject and year. Fines are left out: they often stand beside a prison term of the same offender.
-- More sentences than convictions is a warning; fewer is a note, since not everyone may be sentenced yet.
with groups as (
    select *
    from {{ ref('stg_fact_sentences') }}
    where scope in ('total', 'part') and penalty <> 'fine'
),

sentences as (
    select
        report_id, subject, data_year, is_comparison,
        sum(offenders) as offenders,
        list(fact_id order by char_start, fact_id) as fact_ids
    from groups
    group by report_id, subject, data_year, is_comparison
    having count(*) > 1 and count(offenders) = count(*)
),

convictions as (
    select *
    from {{ ref('int_figures') }}
    where fact_table = 'fact_prosecutions'
      and stage = 'conviction'
      and unit <> 'case'
      and scope = 'total'
      and trafficking_type = 'all'
      and period_type <> 'other'
      and value is not null
      and (qualifier is null or qualifier = 'exact')
    qualify row_number() over (
        partition by report_id, subject, data_year, is_comparison
        order by case unit when 'person' then 0 else 1 end, char_start, fact_id
    ) = 1
)

select
    sentences.report_id,
    'sentences_do_not_match_convictions' as check_name,
    case when sentences.offenders > convictions.value then 'warning' else 'info' end as severity,
    concat_ws('/', sentences.subject, sentences.data_year, sentences.is_comparison) as about,
    convictions.value::varchar as expected,
    sentences.offenders::varchar as actual,
    list_append(sentences.fact_ids, convictions.fact_id) as fact_ids,
    'The sentences of ' || sentences.subject || ' in ' || sentences.data_year || ' cover '
    || sentences.offenders || ' offenders; the report gives ' || convictions.value || ' convictions.' as message
from sentences
inner join convictions
    on convictions.report_id = sentences.report_id
    and convictions.subject = sentences.subject
    and convictions.data_year = sentences.data_year
    and convictions.is_comparison = sentences.is_comparison
where sentences.offenders <> convictions.value
