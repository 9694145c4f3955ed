import { type DynamicModule, Module, type OnModuleDestroy } from '@nestjs/common';
import { DetailsController } from './details.controller.js';
import { Feed } from './feed.js';
import { FeedController, FeedFace } from './feed.controller.js';
import { InFlight } from './in-flight.js';

/** The feed's face over HTTP, in the API's application or in one of its own. It ends what runs when that closes; whoever started the feed closes it. */
@Module({})
export class FeedModule implements OnModuleDestroy {
  constructor(private readonly feed: Feed) {}

  static register(feed: Feed, face: FeedFace): DynamicModule {
    return {
      module: FeedModule,
      controllers: [FeedController, DetailsController],
      providers: [
        { provide: Feed, useValue: feed },
        { provide: InFlight, useValue: new InFlight() },
        { provide: FeedFace, useValue: face },
      ],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.feed.close();
  }
}
