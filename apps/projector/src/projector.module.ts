import { Module, type DynamicModule } from '@nestjs/common';
import type { Engine } from './engine.js';
import { EngineToken, HealthController } from './health.controller.js';

/** The projector's own small HTTP face; the engine is made and stopped by `main.ts`. */
@Module({})
export class ProjectorModule {
  static register(engine: Engine): DynamicModule {
    return {
      module: ProjectorModule,
      controllers: [HealthController],
      providers: [{ provide: EngineToken, useValue: engine }],
    };
  }
}
