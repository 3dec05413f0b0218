-- Convictions of traffickers: a number, zero, "no data", silence, or no report at all?
select c.country_code, c.edition_year,
    case
        when c.coverage = 'missing' then 'no report here'
        when count(f.fact_id) = 0 then 'the report is silent'
        when bool_or(f.status = 'reported') then 'a number'
        when bool_or(f.status = 'zero') then 'zero'
        else 'the government gave no data'
    end as convictions
from marts.coverage as c
left join marts.fact_prosecutions as f
    on f.country_code = c.country_code and f.edition_year = c.edition_year
    and f.stage = 'conviction' and f.subject = 'traffickers' and f.scope = 'total' and not f.is_comparison
group by c.country_code, c.edition_year, c.coverage
order by c.country_code, c.edition_year
