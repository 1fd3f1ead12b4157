CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"submission_order" bigserial NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"offering_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"clause" text,
	"first_name" text NOT NULL,
	"father_name" text NOT NULL,
	"grandfather_name" text NOT NULL,
	"family_name" text NOT NULL,
	"latin_name" text,
	"birth_date" date NOT NULL,
	"mobile" text NOT NULL,
	"email" text,
	"district" integer NOT NULL,
	"language" text NOT NULL,
	"guardian" jsonb,
	"consent_version" text NOT NULL,
	"consent_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text,
	"fee_fils" integer NOT NULL,
	"waived_fils" integer DEFAULT 0 NOT NULL,
	"reduction" text DEFAULT 'none' NOT NULL,
	"reduction_reason" text,
	"exam_id" text,
	"proof" text NOT NULL,
	"exam_link_version" integer,
	"exam_opens_at" timestamp (3) with time zone,
	"paid_fils" integer NOT NULL,
	"attendance" text,
	"evaluation_sent_at" timestamp (3) with time zone,
	"evaluated_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_reference_unique" UNIQUE("reference"),
	CONSTRAINT "application_state_known" CHECK ("application"."state" in ('waiting_minimum','waitlisted','awaiting_exam','awaiting_payment','confirmed','rejected','cancelled','withdrawn','attended','absent')),
	CONSTRAINT "application_reason_known" CHECK ("application"."reason" is null or "application"."reason" in ('unpaid','exam_not_taken','no_seat','offering_cancelled','by_staff','transferred','exam_failed','ineligible')),
	CONSTRAINT "application_proof_known" CHECK ("application"."proof" in ('none','pending','accepted','refused')),
	CONSTRAINT "application_language_known" CHECK ("application"."language" in ('ar','en')),
	CONSTRAINT "application_money_range" CHECK ("application"."fee_fils" >= 0 and "application"."paid_fils" >= 0 and "application"."waived_fils" between 0 and "application"."fee_fils"),
	CONSTRAINT "application_reduction_known" CHECK ("application"."reduction" in ('none','asked','granted','refused')),
	CONSTRAINT "application_reduction_reason_known" CHECK ("application"."reduction_reason" is null or "application"."reduction_reason" in ('disability','social_aid','orphan','municipality_staff','other')),
	CONSTRAINT "application_district_range" CHECK ("application"."district" between 0 and 22)
);
--> statement-breakpoint
CREATE TABLE "bill" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"number" text NOT NULL,
	"amount_fils" integer NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"pay_before" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "bill_application_id_unique" UNIQUE("application_id"),
	CONSTRAINT "bill_number_unique" UNIQUE("number"),
	CONSTRAINT "bill_state_known" CHECK ("bill"."state" in ('open','paid','closed','suspended')),
	CONSTRAINT "bill_amount_positive" CHECK ("bill"."amount_fils" > 0),
	CONSTRAINT "bill_number_form" CHECK ("bill"."number" ~ '^[0-9]{8,14}$')
);
--> statement-breakpoint
CREATE TABLE "finance_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"application_id" uuid,
	"notice_id" uuid,
	"amount_fils" integer NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "finance_case_kind_known" CHECK ("finance_case"."kind" in ('refund','late_payment','wrong_amount','second_payment','overpaid','unknown_number')),
	CONSTRAINT "finance_case_state_known" CHECK ("finance_case"."state" in ('open','refunded','transferred','applied','written_down')),
	CONSTRAINT "finance_case_amount" CHECK ("finance_case"."amount_fils" >= 0)
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"offering_id" uuid NOT NULL,
	"application_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"clause" text,
	"reason" text,
	"date_version" integer NOT NULL,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "link" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"code_box" text NOT NULL,
	"application_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"wrong_tries" integer NOT NULL,
	CONSTRAINT "link_purpose_known" CHECK ("link"."purpose" in ('status','exam','evaluation'))
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date_version" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "reminder_kind_known" CHECK ("reminder"."kind" in ('exam_half','exam_last_day','pay_half','pay_last_day','day_before','evaluation_week'))
);
--> statement-breakpoint
CREATE TABLE "course" (
	"id" text PRIMARY KEY NOT NULL,
	"title_ar" text NOT NULL,
	"title_en" text NOT NULL,
	"sms_ar" text NOT NULL,
	"sms_en" text NOT NULL,
	"summary_ar" text NOT NULL,
	"summary_en" text NOT NULL,
	"outcomes_ar" text NOT NULL,
	"outcomes_en" text NOT NULL,
	"audience_ar" text NOT NULL,
	"audience_en" text NOT NULL,
	"bring_ar" text NOT NULL,
	"bring_en" text NOT NULL,
	"prerequisite_ar" text,
	"prerequisite_en" text,
	"topic" text NOT NULL,
	"fee_fils" integer NOT NULL,
	"hours" integer NOT NULL,
	"exam_id" text,
	"min_seats" integer NOT NULL,
	"max_seats" integer NOT NULL,
	"venue_id" text NOT NULL,
	"min_age" integer NOT NULL,
	"max_age" integer,
	"status" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "course_fee_range" CHECK ("course"."fee_fils" between 0 and 999999),
	CONSTRAINT "course_seats_range" CHECK ("course"."min_seats" between 1 and "course"."max_seats"),
	CONSTRAINT "course_hours_range" CHECK ("course"."hours" between 1 and 2000),
	CONSTRAINT "course_topic" CHECK ("course"."topic" in ('digital','languages','crafts','business','health','arts')),
	CONSTRAINT "course_status" CHECK ("course"."status" in ('draft','published','archived')),
	CONSTRAINT "course_ages" CHECK ("course"."min_age" between 0 and 120 and ("course"."max_age" is null or "course"."max_age" >= "course"."min_age"))
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name_ar" text NOT NULL,
	"name_en" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"type" text NOT NULL,
	"source_ar" text NOT NULL,
	"source_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"offering_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_ends_after_start" CHECK ("meeting"."ends_at" > "meeting"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "offering" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"venue_id" text NOT NULL,
	"state" text NOT NULL,
	"fee_fils" integer NOT NULL,
	"exam_id" text,
	"min_seats" integer NOT NULL,
	"max_seats" integer NOT NULL,
	"decision_lead_minutes" integer NOT NULL,
	"pay_time_minutes" integer NOT NULL,
	"exam_time_minutes" integer NOT NULL,
	"waiting_list_open" boolean NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"decision_at" timestamp (3) with time zone,
	"exam_deadline" timestamp (3) with time zone,
	"intake_closes_at" timestamp (3) with time zone,
	"last_starts_at" timestamp (3) with time zone,
	"planned_starts_at" timestamp (3) with time zone,
	"planned_meetings" jsonb,
	"pattern" jsonb,
	"date_version" integer NOT NULL,
	"held_anyway" boolean NOT NULL,
	"postponed_at" timestamp (3) with time zone,
	"evaluation_due_at" timestamp (3) with time zone,
	"evaluation_sent_at" timestamp (3) with time zone,
	"active" integer NOT NULL,
	"confirmed" integer NOT NULL,
	"waitlisted" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offering_state_known" CHECK ("offering"."state" in ('draft','gathering','admitting','confirmed','running','held','postponed','cancelled')),
	CONSTRAINT "offering_never_overbooked" CHECK ("offering"."active" between 0 and "offering"."max_seats"),
	CONSTRAINT "offering_confirmed_within_active" CHECK ("offering"."confirmed" >= 0 and "offering"."confirmed" <= "offering"."active"),
	CONSTRAINT "offering_waitlisted_not_negative" CHECK ("offering"."waitlisted" >= 0),
	CONSTRAINT "offering_seats_range" CHECK ("offering"."min_seats" between 1 and "offering"."max_seats"),
	CONSTRAINT "offering_fee_range" CHECK ("offering"."fee_fils" between 0 and 999999),
	CONSTRAINT "offering_dated_unless_postponed" CHECK (("offering"."state" = 'postponed') = ("offering"."starts_at" is null) or "offering"."state" = 'cancelled')
);
--> statement-breakpoint
CREATE TABLE "venue" (
	"id" text PRIMARY KEY NOT NULL,
	"name_ar" text NOT NULL,
	"name_en" text NOT NULL,
	"sms_ar" text NOT NULL,
	"sms_en" text NOT NULL,
	"district" integer NOT NULL,
	"directions_ar" text NOT NULL,
	"directions_en" text NOT NULL,
	"accessible" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"content" integer NOT NULL,
	"trainer" integer NOT NULL,
	"venue" integer NOT NULL,
	"organisation" integer NOT NULL,
	"comment" text,
	"day" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evaluation_scale" CHECK ("evaluation"."content" between 1 and 5 and "evaluation"."trainer" between 1 and 5 and "evaluation"."venue" between 1 and 5 and "evaluation"."organisation" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "bank_item_version" (
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"topic" text NOT NULL,
	"difficulty" integer NOT NULL,
	"points" integer NOT NULL,
	"content" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"author" text NOT NULL,
	"reviewer" text,
	"reviewed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bank_item_version_item_id_version_pk" PRIMARY KEY("item_id","version"),
	CONSTRAINT "bank_item_points_range" CHECK ("bank_item_version"."points" between 1 and 100),
	CONSTRAINT "bank_item_difficulty_range" CHECK ("bank_item_version"."difficulty" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "bank_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "bank_item_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"latest_version" integer NOT NULL,
	"approved_version" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bank_item_state_known" CHECK ("bank_item"."state" in ('draft','approved','retired'))
);
--> statement-breakpoint
CREATE TABLE "bank_topic" (
	"name" text PRIMARY KEY NOT NULL,
	"title_ar" text NOT NULL,
	"title_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_result" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"exam_id" text NOT NULL,
	"passed" boolean NOT NULL,
	"score_percent" integer,
	"sat_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"note" text,
	CONSTRAINT "exam_result_source" CHECK ("exam_result"."source" in ('attempt','recorded'))
);
--> statement-breakpoint
CREATE TABLE "exam_version" (
	"exam_id" text NOT NULL,
	"version" integer NOT NULL,
	"pass_mark_percent" integer NOT NULL,
	"minutes" integer NOT NULL,
	"languages" jsonb NOT NULL,
	"layout" text NOT NULL,
	"shuffle_items" boolean NOT NULL,
	"shuffle_options" boolean NOT NULL,
	"sections" jsonb NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exam_version_exam_id_version_pk" PRIMARY KEY("exam_id","version")
);
--> statement-breakpoint
CREATE TABLE "exam" (
	"id" text PRIMARY KEY NOT NULL,
	"title_ar" text NOT NULL,
	"title_en" text NOT NULL,
	"pass_mark_percent" integer NOT NULL,
	"minutes" integer NOT NULL,
	"validity_months" integer,
	"retake_wait_days" integer NOT NULL,
	"max_attempts" integer,
	"languages" jsonb DEFAULT '["ar","en"]'::jsonb NOT NULL,
	"layout" text DEFAULT 'all' NOT NULL,
	"shuffle_items" boolean DEFAULT true NOT NULL,
	"shuffle_options" boolean DEFAULT true NOT NULL,
	"blueprint" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_version" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exam_pass_mark_range" CHECK ("exam"."pass_mark_percent" between 1 and 100),
	CONSTRAINT "exam_minutes_range" CHECK ("exam"."minutes" between 1 and 600),
	CONSTRAINT "exam_retake_wait_range" CHECK ("exam"."retake_wait_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "item_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exam_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"item_version" integer NOT NULL,
	"body" jsonb,
	"reason" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author" text NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"lang" text NOT NULL,
	"topic" text NOT NULL,
	"difficulty" integer NOT NULL,
	"points" integer NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_upload_lang_known" CHECK ("item_upload"."lang" in ('ar','en')),
	CONSTRAINT "item_upload_points_range" CHECK ("item_upload"."points" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "finance_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"subject" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "finance_refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"judged_by" text,
	"judged_at" timestamp (3) with time zone,
	"judgement" text,
	"done_by" text,
	"done_at" timestamp (3) with time zone,
	"transfer_reference" text,
	CONSTRAINT "finance_refund_state_known" CHECK ("finance_refund"."state" in ('requested','approved','refused','done')),
	CONSTRAINT "finance_refund_second_person" CHECK ("finance_refund"."state" not in ('approved','done') or ("finance_refund"."judged_by" is not null and "finance_refund"."judged_by" <> "finance_refund"."requested_by")),
	CONSTRAINT "finance_refund_has_reference" CHECK ("finance_refund"."state" <> 'done' or "finance_refund"."transfer_reference" is not null)
);
--> statement-breakpoint
CREATE TABLE "settlement_day" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"day" date NOT NULL,
	"correction" integer NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL,
	"loaded_by" text NOT NULL,
	"unread_rows" integer NOT NULL,
	"lines" integer NOT NULL,
	"lines_fils" bigint NOT NULL,
	"matched" integer NOT NULL,
	"matched_fils" bigint NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	CONSTRAINT "settlement_day_state_known" CHECK ("settlement_day"."state" in ('open','closed')),
	CONSTRAINT "settlement_day_closed_by" CHECK (("settlement_day"."state" = 'closed') = ("settlement_day"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "settlement_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"day" date NOT NULL,
	"day_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"trx" text NOT NULL,
	"told_fils" integer,
	"told_day" date,
	"told_number" text,
	"notice_id" uuid,
	"own_fils" integer,
	"own_day" date,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"reason" text,
	CONSTRAINT "settlement_difference_kind_known" CHECK ("settlement_difference"."kind" in ('not_with_us','not_in_file','amount_differs','day_differs','twice')),
	CONSTRAINT "settlement_difference_state_known" CHECK ("settlement_difference"."state" in ('open','cleared','taken_in','written_down'))
);
--> statement-breakpoint
CREATE TABLE "settlement_line" (
	"day_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"trx" text NOT NULL,
	"amount_fils" integer NOT NULL,
	"paid_day" date NOT NULL,
	"billing_number" text,
	"result" text NOT NULL,
	CONSTRAINT "settlement_line_day_id_row_pk" PRIMARY KEY("day_id","row")
);
--> statement-breakpoint
CREATE TABLE "settlement_operator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settlement_operator_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "settlement_upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author" text NOT NULL,
	"operator_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"mapping" jsonb,
	"day" date,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "otp_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mobile_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"wrong_tries" integer NOT NULL,
	"spent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "submission_key" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"application_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_check" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"took_ms" integer NOT NULL,
	"is_green" boolean NOT NULL,
	"broken" integer NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"movement_id" bigint NOT NULL,
	"account" text NOT NULL,
	"fils" integer NOT NULL,
	"application_id" uuid,
	"bill_id" uuid,
	"case_id" uuid,
	CONSTRAINT "ledger_entry_account_known" CHECK ("ledger_entry"."account" in ('received','waived','applied','suspense','refund_due','refunded','transferred')),
	CONSTRAINT "ledger_entry_moves" CHECK ("ledger_entry"."fils" <> 0),
	CONSTRAINT "ledger_entry_of_a_case" CHECK ("ledger_entry"."account" not in ('suspense','refund_due','refunded') or "ledger_entry"."case_id" is not null),
	CONSTRAINT "ledger_entry_of_a_request" CHECK ("ledger_entry"."account" not in ('applied','transferred','waived') or "ledger_entry"."application_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "ledger_movement" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"notice_id" uuid,
	"note" text,
	CONSTRAINT "ledger_movement_kind_known" CHECK ("ledger_movement"."kind" in ('receive','end','refund','transfer','apply','split','waive','unwaive')),
	CONSTRAINT "ledger_movement_received_by_payment" CHECK ("ledger_movement"."kind" <> 'receive' or "ledger_movement"."notice_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "sms" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"application_id" uuid,
	"reference" text,
	"template" text NOT NULL,
	"clause" text,
	"date_version" integer NOT NULL,
	"cause" bigint,
	"language" text NOT NULL,
	"mobile" text NOT NULL,
	"text_box" text NOT NULL,
	"parts" integer NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"provider_ref" text,
	CONSTRAINT "sms_state_known" CHECK ("sms"."state" in ('queued','sending','sent','failed','unknown','cancelled'))
);
--> statement-breakpoint
CREATE TABLE "network_message" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"request_id" text NOT NULL,
	"codec" text NOT NULL,
	"type" text NOT NULL,
	"sender" text NOT NULL,
	"guid" text,
	"billing_number" text,
	"joebpps_trx" text,
	"http_status" integer NOT NULL,
	"result_code" integer NOT NULL,
	"note" text,
	"took_ms" integer NOT NULL,
	"request_box" text NOT NULL,
	"response_box" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_acknowledgement" (
	"joebpps_trx" text PRIMARY KEY NOT NULL,
	"guid" text,
	"status" text,
	"billing_number" text,
	"paid_fils" integer,
	"processed_at" timestamp (3) with time zone,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"joebpps_trx" text NOT NULL,
	"guid" text,
	"bank_trx_id" text,
	"billing_number" text NOT NULL,
	"bill_id" uuid,
	"paid_fils" integer NOT NULL,
	"status" text,
	"processed_at" timestamp (3) with time zone NOT NULL,
	"statement_day" text,
	"channel" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "payment_notice_joebpps_trx_unique" UNIQUE("joebpps_trx")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identity_hash" text NOT NULL,
	"identity_kind" text NOT NULL,
	"identity_box" text NOT NULL,
	"nationality" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_identity_hash_unique" UNIQUE("identity_hash"),
	CONSTRAINT "person_identity_kind" CHECK ("person"."identity_kind" in ('citizen','resident'))
);
--> statement-breakpoint
CREATE TABLE "attempt_event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attempt_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"attempt_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"details" jsonb,
	CONSTRAINT "attempt_event_kind_known" CHECK ("attempt_event"."kind" in ('started','left_page','came_back','other_device','extra_time','submitted','expired','rescored'))
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"offering_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"exam_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"passed" boolean,
	"exam_version" integer NOT NULL,
	"seed" text NOT NULL,
	"paper" jsonb NOT NULL,
	"language" text NOT NULL,
	"extra_minutes" integer DEFAULT 0 NOT NULL,
	"device_hash" text,
	"takeovers" integer DEFAULT 0 NOT NULL,
	"score_points" integer,
	"max_points" integer,
	CONSTRAINT "attempt_closed_by_known" CHECK ("attempt"."closed_by" is null or "attempt"."closed_by" in ('submitted','expired','dropped'))
);
--> statement-breakpoint
CREATE TABLE "extra_time" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extra_time_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"application_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "extra_time_range" CHECK ("extra_time"."minutes" between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "given_answer" (
	"attempt_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"answer" jsonb,
	"flagged" boolean DEFAULT false NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"points" integer,
	CONSTRAINT "given_answer_attempt_id_item_id_pk" PRIMARY KEY("attempt_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "accepted_proof" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"exam_id" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "proof_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	"purpose" text DEFAULT 'proof' NOT NULL,
	CONSTRAINT "proof_file_purpose_known" CHECK ("proof_file"."purpose" in ('proof','reduction'))
);
--> statement-breakpoint
CREATE TABLE "receipt_document" (
	"receipt_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"template" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"printed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipt_document_receipt_id_kind_pk" PRIMARY KEY("receipt_id","kind"),
	CONSTRAINT "receipt_document_kind_known" CHECK ("receipt_document"."kind" in ('valid','void'))
);
--> statement-breakpoint
CREATE TABLE "receipt_serial" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "receipt_serial_range" CHECK ("receipt_serial"."last" between 1 and 999999)
);
--> statement-breakpoint
CREATE TABLE "receipt_void" (
	"receipt_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"voided_at" timestamp (3) with time zone NOT NULL,
	"voided_by" text NOT NULL,
	CONSTRAINT "receipt_void_kind_known" CHECK ("receipt_void"."kind" in ('refunded','mistake','other'))
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"serial" integer DEFAULT 0 NOT NULL,
	"application_id" uuid NOT NULL,
	"bill_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"amount_fils" integer NOT NULL,
	"content" jsonb NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"code_hash" text NOT NULL,
	"code_box" text NOT NULL,
	CONSTRAINT "receipt_notice_id_unique" UNIQUE("notice_id"),
	CONSTRAINT "receipt_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "receipt_serial_counts_from_1" CHECK ("receipt"."serial" >= 0),
	CONSTRAINT "receipt_amount_positive" CHECK ("receipt"."amount_fils" > 0)
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_offering_id_offering_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offering"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill" ADD CONSTRAINT "bill_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finance_case" ADD CONSTRAINT "finance_case_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_offering_id_offering_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offering"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_venue_id_venue_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_offering_id_offering_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offering"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering" ADD CONSTRAINT "offering_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering" ADD CONSTRAINT "offering_venue_id_venue_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering" ADD CONSTRAINT "offering_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_offering_id_offering_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offering"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_item_version" ADD CONSTRAINT "bank_item_version_item_id_bank_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."bank_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_result" ADD CONSTRAINT "exam_result_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_result" ADD CONSTRAINT "exam_result_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_version" ADD CONSTRAINT "exam_version_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_correction" ADD CONSTRAINT "item_correction_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finance_refund" ADD CONSTRAINT "finance_refund_case_id_finance_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."finance_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_day" ADD CONSTRAINT "settlement_day_operator_id_settlement_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."settlement_operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_operator_id_settlement_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."settlement_operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_day_id_settlement_day_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."settlement_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_notice_id_payment_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."payment_notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_day_id_settlement_day_id_fk" FOREIGN KEY ("day_id") REFERENCES "public"."settlement_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_upload" ADD CONSTRAINT "settlement_upload_operator_id_settlement_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."settlement_operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_key" ADD CONSTRAINT "submission_key_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_movement_id_ledger_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."ledger_movement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_bill_id_bill_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_case_id_finance_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."finance_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_notice" ADD CONSTRAINT "payment_notice_bill_id_bill_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_event" ADD CONSTRAINT "attempt_event_attempt_id_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_offering_id_offering_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offering"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_of_version" FOREIGN KEY ("exam_id","exam_version") REFERENCES "public"."exam_version"("exam_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_time" ADD CONSTRAINT "extra_time_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_answer" ADD CONSTRAINT "given_answer_attempt_id_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_proof" ADD CONSTRAINT "accepted_proof_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_proof" ADD CONSTRAINT "accepted_proof_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_proof" ADD CONSTRAINT "accepted_proof_exam_id_exam_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exam"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_file" ADD CONSTRAINT "proof_file_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_document" ADD CONSTRAINT "receipt_document_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_void" ADD CONSTRAINT "receipt_void_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_bill_id_bill_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_live_per_person_and_course" ON "application" USING btree ("person_id","course_id") WHERE "application"."state" in ('waiting_minimum','awaiting_exam','awaiting_payment','confirmed','waitlisted');--> statement-breakpoint
CREATE INDEX "application_by_offering" ON "application" USING btree ("offering_id","state","submission_order");--> statement-breakpoint
CREATE INDEX "application_by_mobile" ON "application" USING btree ("mobile");--> statement-breakpoint
CREATE INDEX "application_by_person" ON "application" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "application_reduction_asked" ON "application" USING btree ("submission_order") WHERE "application"."reduction" = 'asked';--> statement-breakpoint
CREATE INDEX "finance_case_by_state" ON "finance_case" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "history_by_application" ON "history" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "history_by_offering" ON "history" USING btree ("offering_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_one_in_force" ON "link" USING btree ("application_id","purpose") WHERE "link"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "reminder_due" ON "reminder" USING btree ("due_at") WHERE "reminder"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_once" ON "reminder" USING btree ("application_id","kind","date_version");--> statement-breakpoint
CREATE INDEX "meeting_by_offering" ON "meeting" USING btree ("offering_id","position");--> statement-breakpoint
CREATE INDEX "offering_by_decision" ON "offering" USING btree ("decision_at") WHERE "offering"."state" in ('gathering','admitting');--> statement-breakpoint
CREATE INDEX "offering_by_state" ON "offering" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "offering_by_course" ON "offering" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "evaluation_by_offering" ON "evaluation" USING btree ("offering_id");--> statement-breakpoint
CREATE INDEX "bank_item_version_by_topic" ON "bank_item_version" USING btree ("topic","difficulty");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_item_number" ON "bank_item" USING btree ("number");--> statement-breakpoint
CREATE INDEX "bank_item_by_change" ON "bank_item" USING btree ("changed_at","number");--> statement-breakpoint
CREATE INDEX "exam_result_by_person" ON "exam_result" USING btree ("person_id","exam_id","sat_at");--> statement-breakpoint
CREATE INDEX "item_correction_by_exam" ON "item_correction" USING btree ("exam_id","made_at");--> statement-breakpoint
CREATE INDEX "item_upload_by_author" ON "item_upload" USING btree ("author","uploaded_at");--> statement-breakpoint
CREATE INDEX "finance_event_by_subject" ON "finance_event" USING btree ("subject","id");--> statement-breakpoint
CREATE UNIQUE INDEX "finance_refund_one_at_a_time" ON "finance_refund" USING btree ("case_id") WHERE "finance_refund"."state" in ('requested','approved');--> statement-breakpoint
CREATE INDEX "finance_refund_by_case" ON "finance_refund" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_day_once" ON "settlement_day" USING btree ("operator_id","day","correction");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_day_one_open" ON "settlement_day" USING btree ("operator_id","day") WHERE "settlement_day"."state" = 'open';--> statement-breakpoint
CREATE INDEX "settlement_day_by_day" ON "settlement_day" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_difference_once" ON "settlement_difference" USING btree ("operator_id","day","kind","trx");--> statement-breakpoint
CREATE INDEX "settlement_difference_by_state" ON "settlement_difference" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "settlement_difference_by_trx" ON "settlement_difference" USING btree ("trx");--> statement-breakpoint
CREATE INDEX "settlement_line_by_trx" ON "settlement_line" USING btree ("trx");--> statement-breakpoint
CREATE INDEX "settlement_upload_by_author" ON "settlement_upload" USING btree ("author","uploaded_at");--> statement-breakpoint
CREATE INDEX "otp_code_by_mobile" ON "otp_code" USING btree ("mobile_hash","sent_at");--> statement-breakpoint
CREATE INDEX "ledger_check_by_time" ON "ledger_check" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_movement" ON "ledger_entry" USING btree ("movement_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_application" ON "ledger_entry" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_bill" ON "ledger_entry" USING btree ("bill_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_case" ON "ledger_entry" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_movement_once_for_a_payment" ON "ledger_movement" USING btree ("notice_id") WHERE "ledger_movement"."kind" = 'receive';--> statement-breakpoint
CREATE INDEX "ledger_movement_by_time" ON "ledger_movement" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "sms_once_per_cause" ON "sms" USING btree ("application_id","template","date_version","cause");--> statement-breakpoint
CREATE UNIQUE INDEX "sms_once_per_clause" ON "sms" USING btree ("application_id","clause","date_version") WHERE "sms"."clause" is not null;--> statement-breakpoint
CREATE INDEX "sms_queued" ON "sms" USING btree ("id") WHERE "sms"."state" in ('queued','sending');--> statement-breakpoint
CREATE INDEX "sms_by_mobile" ON "sms" USING btree ("mobile","id");--> statement-breakpoint
CREATE INDEX "network_message_by_type_and_time" ON "network_message" USING btree ("type","received_at");--> statement-breakpoint
CREATE INDEX "network_message_by_trx" ON "network_message" USING btree ("joebpps_trx");--> statement-breakpoint
CREATE INDEX "network_message_by_number" ON "network_message" USING btree ("billing_number");--> statement-breakpoint
CREATE INDEX "payment_acknowledgement_by_time" ON "payment_acknowledgement" USING btree ("first_at");--> statement-breakpoint
CREATE INDEX "payment_notice_by_bill" ON "payment_notice" USING btree ("bill_id");--> statement-breakpoint
CREATE INDEX "payment_notice_by_guid" ON "payment_notice" USING btree ("guid");--> statement-breakpoint
CREATE INDEX "attempt_event_by_attempt" ON "attempt_event" USING btree ("attempt_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_one_per_application" ON "attempt" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "attempt_open_by_deadline" ON "attempt" USING btree ("deadline_at") WHERE "attempt"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "extra_time_by_application" ON "extra_time" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "accepted_proof_by_person" ON "accepted_proof" USING btree ("person_id","exam_id");--> statement-breakpoint
CREATE INDEX "proof_file_by_application" ON "proof_file" USING btree ("application_id","uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_number" ON "receipt" USING btree ("year","serial") WHERE "receipt"."serial" > 0;--> statement-breakpoint
CREATE INDEX "receipt_by_application" ON "receipt" USING btree ("application_id");