CREATE TABLE `erased_client` (
	`uid` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erased_client_number` ON `erased_client` (`number`);--> statement-breakpoint
CREATE TABLE `erasing_row` (
	`row_uid` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act_id`);--> statement-breakpoint
CREATE INDEX `journal_taken` ON `journal` (`table_name`) WHERE kind = 'delete';