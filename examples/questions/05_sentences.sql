-- Which prison terms did courts impose (in years; 9999 months stand for life)?
select s.country_code, s.data_year, sum(s.offenders) as offenders,
    case when s.term_months_min = 9999 then 'life' else format('{:g}', s.term_months_min / 12) end as years_from,
    case when s.term_months_max = 9999 then 'life' else format('{:g}', s.term_months_max / 12) end as years_to
from marts.fact_sentences as s
where s.penalty = 'imprisonment' and s.subject = 'traffickers' and not s.is_comparison
group by s.country_code, s.data_year, s.term_months_min, s.term_months_max
order by s.country_code, s.data_year, s.term_months_min
