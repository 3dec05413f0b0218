-- What did a later edition give differently?
select r.country_code, r.measure, r.data_year, r.earlier_edition, r.earlier_value, r.later_edition, r.later_value
from marts.restatements as r
order by r.country_code, r.data_year, r.measure
