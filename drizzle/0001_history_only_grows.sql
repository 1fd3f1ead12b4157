create function history_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'history only grows: % is refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger history_only_grows before update or delete on "history" for each row execute function history_only_grows();
--> statement-breakpoint
create trigger history_never_truncated before truncate on "history" for each statement execute function history_only_grows();
