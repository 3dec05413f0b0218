-- Which countries report zero convictions while victims were identified?
select c.name as country, l.data_year, l.convictions, l.investigations, l.victims_identified, f.quote
from marts.law_enforcement_by_year as l
join marts.dim_country as c using (country_code)
join marts.fact_prosecutions as f on f.fact_id = l.convictions_fact_id
where l.convictions = 0
  and coalesce(l.victims_identified, l.victims_identified_sex, l.victims_identified_labor) > 0
order by country, l.data_year
