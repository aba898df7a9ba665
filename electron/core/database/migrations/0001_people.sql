CREATE TABLE `account_pin` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`hash` text NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` integer,
	`event` text NOT NULL,
	`operation` text,
	`client_uid` text,
	`act_id` integer,
	`details` text DEFAULT '{}' NOT NULL,
	`mac` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act_id`) REFERENCES `act`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_account` ON `audit` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_client` ON `audit` (`client_uid`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event` ON `audit` (`event`,`at`);--> statement-breakpoint
CREATE TABLE `permission_review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`findings` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `permission_review_uid_unique` ON `permission_review` (`uid`);--> statement-breakpoint
CREATE TABLE `right_use` (
	`account_id` integer NOT NULL,
	`right` text NOT NULL,
	`last_on` text NOT NULL,
	PRIMARY KEY(`account_id`, `right`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`key` text,
	`name` text,
	`levels` text NOT NULL,
	`own_clients_only` integer DEFAULT false NOT NULL,
	`export_rows` integer,
	`reveals_per_day` integer,
	`sort` integer DEFAULT 0 NOT NULL,
	`removed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_uid_unique` ON `role` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_key_unique` ON `role` (`key`);--> statement-breakpoint
ALTER TABLE `account` ADD `staff_id` integer REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `account` ADD `removed_at` text;--> statement-breakpoint
ALTER TABLE `preference` ADD `sealed` text;--> statement-breakpoint
CREATE INDEX `client_staff` ON `client` (`staff_id`);--> statement-breakpoint
CREATE INDEX `visit_staff` ON `visit` (`staff_id`,`client_id`,`deleted_at`);