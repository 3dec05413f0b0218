-- Which penalties does the law prescribe, and are they stringent enough?
select p.country_code, p.edition_year, p.instrument, array_to_string(p.articles, ', ') as articles,
    p.penalty_years_min as years_from,
    case when p.penalty_years_max = 99 then 'life' else p.penalty_years_max::varchar end as years_to,
    p.is_sufficiently_stringent as stringent, p.is_commensurate as commensurate
from marts.fact_legal_provisions as p
order by p.country_code, p.edition_year, p.fact_id
