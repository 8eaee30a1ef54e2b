import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../../src/access/actor.js';
import { By, Needs } from '../../src/access/needs.js';
import { ReceiptOf } from '../../src/audit/receipt-of.js';
import { Receipts, type Receipt } from '../../src/audit/receipts.js';
import { UnitOfWork } from '../../src/audit/unit-of-work.js';
import type { Id } from '../../src/kernel/ids.js';
import { pageOf, type PageRequest } from '../../src/kernel/page.js';
import { assertFresh } from '../../src/kernel/fresh.js';
import { Creates } from '../../src/platform/http/created.js';
import { IfMatch } from '../../src/platform/http/etag.js';
import { listOf, Paging, type ListBody } from '../../src/platform/http/paging.js';
import {
  Clearable,
  idText,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsListOf,
  IsTimeZone,
  IsWords,
  oneOf,
  Optional,
} from '../../src/platform/http/validation.js';

export class Room {
  @ApiProperty(idText.schema)
  id!: Id;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

class RoomList {
  @ApiProperty({ type: [Room] })
  items!: Room[];
  @ApiProperty({ required: false })
  next?: string;
}

class NewRoom {
  @Optional()
  @IsIdText()
  id?: Id;
  @IsWords({ max: 20 })
  name!: string;
  @Optional()
  @IsInstant()
  opens?: string;
  @Optional()
  @IsCivilDate()
  built?: string;
  @Optional()
  @IsTimeZone()
  zone?: string;
  @Optional()
  @IsListOf(oneOf(['chair', 'lamp']), { max: 2 })
  holds?: string[];
}

class RoomChange {
  @Clearable()
  @IsWords({ max: 20 })
  name?: string | null;
}

/** Their own, so that what is tested is HTTP and no feature. */
export const rooms = new Map<Id, Room>();

/** Routes that do nothing but speak HTTP the way all others do. */
@Controller('rooms')
export class RoomsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  @Post()
  @Needs('me:read')
  @Creates('/rooms/{id}')
  @ApiCreatedResponse({ type: Room })
  async make(@By() actor: Actor, @Body() { name }: NewRoom, @ReceiptOf('room') receipt: Receipt): Promise<Room> {
    const { id } = await this.work.runWithoutClients(actor, (tx) =>
      this.receipts.once(tx, receipt, async (made) => void rooms.set(made, { id: made, name, version: 1 })),
    );
    return rooms.get(id)!;
  }

  @Get()
  @Needs('me:read')
  @ApiOkResponse({ type: RoomList })
  list(@Paging() { limit, after }: PageRequest): ListBody<Room> {
    const rest = [...rooms.values()].filter(({ id }) => id > (after?.[0] ?? '')).sort((a, b) => (a.id < b.id ? -1 : 1));
    return listOf(
      pageOf(rest.slice(0, limit + 1), limit, ({ id }) => [id]),
      (room) => room,
    );
  }

  @Patch(':id')
  @Needs('me:read')
  @ApiOkResponse({ type: Room })
  change(@Param('id') id: Id, @IfMatch() expected: number, @Body() { name }: RoomChange): Room {
    const room = rooms.get(id)!;
    assertFresh(expected, room.version);
    const changed = { id, name: name === undefined ? room.name : (name ?? 'nameless'), version: room.version + 1 };
    rooms.set(id, changed);
    return changed;
  }
}
