-- Called by a statement that takes stock where a row had less than was decided on: the transaction
-- fails there, so that its commit can be sent along with it. The detail names the SKUs.
create function refuse_contested(skus uuid[]) returns void
  language plpgsql
  as $$
    begin
      raise exception 'stock was taken by another transaction'
        using errcode = 'check_violation', constraint = 'stock_contested',
              detail = to_json(skus)::text;
    end
  $$;
