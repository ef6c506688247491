import { LifecycleStages, UniverInstanceType } from '@univerjs/core'
import { DesktopUIController } from '@univerjs/ui'
import { merge } from 'rxjs'

/** Univer starts what nobody needs at once so many milliseconds after the cells are there. */
const steadyAfter = 3000

/**
 * Univer's frame, with the cells mounted as soon as they can be: its own waits 300 ms, a tenth of all the time until the
 * page can be used, and has no setting for it.
 */
export class PromptFrame extends DesktopUIController {
  protected override _bootstrapWorkbench(): void {
    const frame = this.bootstrap((content, container) => {
      this.disposeWithMe(this._layoutService.registerRootContainerElement(container))
      this.disposeWithMe(this._layoutService.registerContentElement(content))
      // Rejects when Univer ends before it was ready: then there is nothing to show.
      this._lifecycleService.onStage(LifecycleStages.Ready).then(
        () => this.ready(content),
        () => undefined,
      )
    })
    this.disposeWithMe(frame)
  }

  private ready(content: HTMLElement): void {
    this.keepMounted(content)
    this._lifecycleService.stage = LifecycleStages.Rendered
    this._steadyTimeout = window.setTimeout(() => {
      this._lifecycleService.stage = LifecycleStages.Steady
    }, steadyAfter)
  }

  /** The workbook in use is in the frame, whenever that is another one too. */
  private keepMounted(content: HTMLElement): void {
    const { _instanceService: instances, _renderManagerService: renders } = this
    let mounted = ''
    const mount = () => {
      const unit = instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET)?.getUnitId() ?? ''
      const render = renders.getRenderById(unit)
      if (!render || unit === mounted) return
      const before = renders.getRenderById(mounted)
      before?.deactivate()
      before?.engine.unmount()
      render.engine.mount(content)
      render.activate()
      mounted = unit
    }
    mount()
    const another = merge(instances.getCurrentTypeOfUnit$(UniverInstanceType.UNIVER_SHEET), renders.created$)
    this.disposeWithMe(another.subscribe(mount))
  }
}
