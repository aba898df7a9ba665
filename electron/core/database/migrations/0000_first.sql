CREATE TABLE `account` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`disabled_at` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_uid_unique` ON `account` (`uid`);--> statement-breakpoint
CREATE TABLE `act` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`at` text NOT NULL,
	`account_id` integer,
	`operation` text NOT NULL,
	`undoes_id` integer,
	`undone_by_id` integer,
	`rows` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoes_id`) REFERENCES `act`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `act`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `act_uid_unique` ON `act` (`uid`);--> statement-breakpoint
CREATE INDEX `act_at` ON `act` (`at`);--> statement-breakpoint
CREATE TABLE `book` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`shop_name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_client_number` integer DEFAULT 0 NOT NULL,
	`keys_epoch` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `book_uid_unique` ON `book` (`uid`);--> statement-breakpoint
CREATE TABLE `brought_over` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`balance_cents` integer,
	`bonus_cents` integer,
	`package_name` text,
	`sessions` real,
	`spent_cents` integer,
	`visits` integer,
	`last_visit_on` text,
	`first_visit_on` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brought_over_uid_unique` ON `brought_over` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `brought_over_client_id_unique` ON `brought_over` (`client_id`);--> statement-breakpoint
CREATE TABLE `client` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`nickname` text,
	`pinyin` text DEFAULT '' NOT NULL,
	`gender` text,
	`birthday` text,
	`wechat` text,
	`email` text,
	`address` text,
	`source` text,
	`referrer` text,
	`occupation` text,
	`staff_id` integer,
	`tier_id` integer,
	`first_seen_on` text,
	`asked_no_alerts` integer DEFAULT false NOT NULL,
	`import_id` integer,
	`archived_at` text,
	`deleted_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`birthday_key` text GENERATED ALWAYS AS (CASE WHEN birthday IS NULL THEN NULL WHEN birthday LIKE 'lunar:%' THEN 'L' || substr(birthday, -5) ELSE 'S' || substr(birthday, -5) END) VIRTUAL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tier_id`) REFERENCES `tier`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_uid_unique` ON `client` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_number_unique` ON `client` (`number`);--> statement-breakpoint
CREATE INDEX `client_birthday` ON `client` (`birthday_key`);--> statement-breakpoint
CREATE INDEX `client_created` ON `client` (`created_at`);--> statement-breakpoint
CREATE INDEX `client_pinyin` ON `client` (`pinyin`);--> statement-breakpoint
CREATE INDEX `client_shelf` ON `client` (`deleted_at`,`archived_at`);--> statement-breakpoint
CREATE TABLE `client_phone` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`typed` text NOT NULL,
	`e164` text,
	`label` text,
	`sort` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_phone_uid_unique` ON `client_phone` (`uid`);--> statement-breakpoint
CREATE INDEX `client_phone_client` ON `client_phone` (`client_id`,`sort`);--> statement-breakpoint
CREATE INDEX `client_phone_e164` ON `client_phone` (`e164`);--> statement-breakpoint
CREATE TABLE `client_tag` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_tag_uid_unique` ON `client_tag` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_tag_once` ON `client_tag` (`client_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `client_tag_tag` ON `client_tag` (`tag_id`);--> statement-breakpoint
CREATE TABLE `client_totals` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`visits` integer NOT NULL,
	`spent_cents` integer NOT NULL,
	`first_visit_on` text,
	`last_visit_on` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `client_totals_last` ON `client_totals` (`last_visit_on`);--> statement-breakpoint
CREATE INDEX `client_totals_visits` ON `client_totals` (`visits`);--> statement-breakpoint
CREATE INDEX `client_totals_spent` ON `client_totals` (`spent_cents`);--> statement-breakpoint
CREATE TABLE `draft` (
	`account_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`account_id`, `key`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`visit_id` integer,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`staff_id` integer,
	`note` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`outcome` text,
	`outcome_note` text,
	`closed_at` text,
	`closed_by` text,
	`snoozed` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_uid_unique` ON `follow_up` (`uid`);--> statement-breakpoint
CREATE INDEX `follow_up_due` ON `follow_up` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `follow_up_client` ON `follow_up` (`client_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `follow_up_closed` ON `follow_up` (`closed_at`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`kind` text NOT NULL,
	`rows` integer NOT NULL,
	`act_uid` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_batch_uid_unique` ON `import_batch` (`uid`);--> statement-breakpoint
CREATE TABLE `import_remark` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`import_id` integer NOT NULL,
	`client_id` integer,
	`visit_id` integer,
	`row` integer NOT NULL,
	`column_title` text NOT NULL,
	`original` text NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_remark_uid_unique` ON `import_remark` (`uid`);--> statement-breakpoint
CREATE INDEX `import_remark_client` ON `import_remark` (`client_id`);--> statement-breakpoint
CREATE INDEX `import_remark_visit` ON `import_remark` (`visit_id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`act_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_uid` text NOT NULL,
	`kind` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`act_id`) REFERENCES `act`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_act` ON `journal` (`act_id`);--> statement-breakpoint
CREATE INDEX `journal_row` ON `journal` (`row_uid`);--> statement-breakpoint
CREATE TABLE `journal_state` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`act_id` integer
);
--> statement-breakpoint
CREATE TABLE `opened_client` (
	`account_id` integer NOT NULL,
	`client_id` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`account_id`, `client_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `preference` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`detail` text,
	`author` text NOT NULL,
	`at` text NOT NULL,
	`replaces_id` integer,
	`ended_at` text,
	`end_reason` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `preference`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preference_uid_unique` ON `preference` (`uid`);--> statement-breakpoint
CREATE INDEX `preference_client` ON `preference` (`client_id`,`ended_at`,`at`);--> statement-breakpoint
CREATE TABLE `service` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`group_name` text,
	`minutes` integer,
	`price_cents` integer,
	`follow_up_days` integer,
	`follow_up_note` text,
	`ingredients` text DEFAULT '[]' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_uid_unique` ON `service` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_name_unique` ON `service` (`name`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shelf_count` (
	`shelf` text PRIMARY KEY NOT NULL,
	`clients` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`post` text,
	`active` integer DEFAULT true NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_uid_unique` ON `staff` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_name_unique` ON `staff` (`name`);--> statement-breakpoint
CREATE TABLE `tag` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_uid_unique` ON `tag` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `tag_name_unique` ON `tag` (`name`);--> statement-breakpoint
CREATE TABLE `tier` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`mark` text NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tier_uid_unique` ON `tier` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `tier_name_unique` ON `tier` (`name`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`client_id` integer NOT NULL,
	`number` text,
	`visited_on` text NOT NULL,
	`visited_time` text,
	`visited_at` text NOT NULL,
	`staff_id` integer,
	`payment` text,
	`amount_cents` integer NOT NULL,
	`note` text,
	`import_id` integer,
	`created_at` text NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_uid_unique` ON `visit` (`uid`);--> statement-breakpoint
CREATE INDEX `visit_client` ON `visit` (`client_id`,`visited_at`);--> statement-breakpoint
CREATE INDEX `visit_loyalty` ON `visit` (`client_id`,`visited_on`,`amount_cents`,`deleted_at`);--> statement-breakpoint
CREATE INDEX `visit_on` ON `visit` (`visited_on`,`amount_cents`,`deleted_at`);--> statement-breakpoint
CREATE INDEX `visit_number` ON `visit` (`number`);--> statement-breakpoint
CREATE TABLE `visit_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`visit_id` integer NOT NULL,
	`service_id` integer,
	`name` text NOT NULL,
	`quantity` real DEFAULT 1 NOT NULL,
	`price_cents` integer NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_item_uid_unique` ON `visit_item` (`uid`);--> statement-breakpoint
CREATE INDEX `visit_item_visit` ON `visit_item` (`visit_id`,`sort`);--> statement-breakpoint
CREATE INDEX `visit_item_service` ON `visit_item` (`service_id`);