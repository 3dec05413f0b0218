select * from {{ ref('stg_residual_numbers') }}
