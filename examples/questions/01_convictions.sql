-- How many traffickers did each government convict, year by year?
select c.name as country, l.data_year, l.convictions, l.convictions_unit as unit, l.convictions_edition as stated_in
from marts.law_enforcement_by_year as l
join marts.dim_country as c using (country_code)
where l.convictions is not null
order by country, l.data_year
