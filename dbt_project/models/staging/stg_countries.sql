select * from {{ source('raw', 'countries') }}
