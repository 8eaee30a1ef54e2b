import { Module } from '@nestjs/common';
import { ChangeTask } from './application/change-task.js';
import { FindNotices } from './application/find-notices.js';
import { FindTasks } from './application/find-tasks.js';
import { MoveNotice } from './application/move-notice.js';
import { MoveTask } from './application/move-task.js';
import { OpenTask } from './application/open-task.js';
import { ReadTask } from './application/read-task.js';
import { TaskDesk } from './application/task-desk.js';
import { TaskMoving } from './application/task-moving.js';
import { TaskOpening } from './application/task-opening.js';
import { TaskOwners } from './application/task-owners.js';
import { TaskSettling } from './application/task-settling.js';
import { TasksOfClients } from './application/tasks-of-clients.js';
import { NoticesController } from './http/notices.controller.js';
import { TasksController } from './http/tasks.controller.js';
import { NoticeStore } from './persistence/notice.store.js';
import { OwnerStore } from './persistence/owner.store.js';
import { OwedTaskStore } from './persistence/owed-task.store.js';
import { TaskListStore } from './persistence/task-list.store.js';
import { TaskStore } from './persistence/task.store.js';

const STORES = [TaskStore, TaskListStore, OwedTaskStore, OwnerStore, NoticeStore];
const USE_CASES = [FindTasks, ReadTask, OpenTask, ChangeTask, MoveTask, FindNotices, MoveNotice];

@Module({
  controllers: [TasksController, NoticesController],
  providers: [...STORES, TasksOfClients, TaskDesk, TaskOwners, TaskOpening, TaskMoving, TaskSettling, ...USE_CASES],
  exports: [TaskOpening, TaskSettling, TaskOwners, TasksOfClients],
})
export class TasksModule {}
