export const storeErrors = {
  'store.locked': {
    en: 'Another Chartroom (process {pid}) has this profile open. Use that one, close it, or start with another --profile folder.',
    zh: '另一个 Chartroom（进程 {pid}）正在使用此配置目录。请使用或关闭它，或用 --profile 指定其他目录。',
  },
  'store.newer': {
    en: '{file} was written by a newer Chartroom (version {found}, this one knows {known}). Update Chartroom; the file was not touched.',
    zh: '{file} 由更新版本的 Chartroom 写入（版本 {found}，当前支持到 {known}）。请升级 Chartroom；该文件未被改动。',
  },
  'store.foreign': {
    en: '{file} is a database of another program. Choose another profile folder or move that file away; it was not touched.',
    zh: '{file} 是其他程序的数据库。请选择其他配置目录或移走该文件；该文件未被改动。',
  },
  'store.outdated': {
    en: '{file} has to be brought up to date first, but its folder is read-only. Make the folder writable and start Chartroom again.',
    zh: '{file} 需要先升级，但所在目录为只读。请将目录设为可写后重新启动 Chartroom。',
  },
  'store.unreadable': {
    en: 'Chartroom may not open {file}. Give your user read and write rights to the file and its folder, then start again.',
    zh: '无法打开 {file}。请为当前用户授予该文件及其目录的读写权限后重试。',
  },
  'store.readOnly': {
    en: 'The profile is read-only, so nothing can be saved. Make {file} and its folder writable, or use another profile folder.',
    zh: '配置目录为只读，无法保存。请将 {file} 及其目录设为可写，或改用其他配置目录。',
  },
  'store.readMode': {
    en: 'The store was opened for reading only. Nothing was saved.',
    zh: '存储以只读方式打开，未保存任何内容。',
  },
  'store.full': {
    en: 'The disk is full: nothing of this step was saved, and what was saved before is safe. Free some space and try again.',
    zh: '磁盘已满：此步骤未保存，之前保存的内容不受影响。请清理空间后重试。',
  },
  'store.busy': {
    en: 'Another program holds {file}. Close it (a backup tool or a database viewer, perhaps) and try again.',
    zh: '{file} 正被其他程序占用（可能是备份工具或数据库查看器）。请关闭后重试。',
  },
  'store.io': {
    en: 'The disk reported an error on {file} ({detail}). Check the disk and its connection, then try again; make a backup soon.',
    zh: '磁盘读写 {file} 时出错（{detail}）。请检查磁盘及其连接后重试，并尽快备份。',
  },
  'store.damaged': {
    en: 'The store is damaged ({part}). Close Chartroom and start it again: it will repair the store or go back to the newest backup.',
    zh: '存储已损坏（{part}）。请关闭并重新启动 Chartroom：它会修复存储或恢复到最新备份。',
  },
  'store.damagedBars': {
    en: 'The stored bars of series {series} have changed on the disk and cannot be trusted. Go back to a backup; other series are not affected.',
    zh: '序列 {series} 的行情数据在磁盘上已损坏，不可信。请恢复备份；其他序列不受影响。',
  },
  'store.crashed': {
    en: 'Saving was interrupted inside Chartroom. What was confirmed before is safe; try again in a moment.',
    zh: '保存过程在 Chartroom 内部中断。此前已确认的内容不受影响；请稍后重试。',
  },
  'store.batchUnknown': { en: 'There is no import {batch}. List the imports and choose one of them.', zh: '不存在导入批次 {batch}。请在导入列表中选择。' },
  'store.batchClosed': { en: 'Import {batch} has ended; start a new import.', zh: '导入批次 {batch} 已结束；请重新开始导入。' },
  'store.batchRunning': { en: 'Import {batch} is still running. Cancel it or wait for its end, then undo it.', zh: '导入批次 {batch} 仍在进行。请取消或等待完成后再撤销。' },
  'store.batchUndone': { en: 'Import {batch} was already undone.', zh: '导入批次 {batch} 已撤销。' },
  'store.symbolUnknown': { en: 'There is no instrument {symbol}. Import its bars first.', zh: '不存在证券 {symbol}。请先导入其行情。' },
  'store.symbolTaken': { en: 'Another instrument already has the key {symbol}. Choose another one.', zh: '证券代码 {symbol} 已被占用。请选择其他代码。' },
  'store.backupInvalid': {
    en: '{file} is not a backup that can be restored ({problem}). Choose another backup; nothing was changed.',
    zh: '{file} 不是可恢复的备份（{problem}）。请选择其他备份；未做任何改动。',
  },
} as const;
