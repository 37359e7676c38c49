-- What an imported vCard said that no field holds; sealed under the file's own key like every sealed field.
alter table customer.file add column card_properties bytea;
