-- Works through one document as a person would, and writes what was seen as JSON.
-- Made for Neovim 0.7 and later: what newer versions call differently is looked up.
local server = vim.json.decode(vim.env.POSTMORTEM_SERVER)
local folder = vim.env.POSTMORTEM_FOLDER
local chosen_title = vim.env.POSTMORTEM_ACTION
local patience = 20000

local seen = {}

local function wait_for(what, condition)
  if not vim.wait(patience, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function start()
  local config = { name = 'postmortem', cmd = server, root_dir = folder }
  if vim.lsp.start then
    return vim.lsp.start(config)
  end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
    table.insert(found, { code = diagnostic.code or lsp.code, line = diagnostic.lnum })
  end
  return found
end

local function has(code)
  for _, found in ipairs(codes()) do
    if found.code == code then
      return found
    end
  end
end

local function work()
  local code = vim.env.POSTMORTEM_CODE
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/postmortem.md'))
  start()
  wait_for('diagnostics', function()
    return has(code) ~= nil
  end)
  seen.diagnostics = codes()

  vim.lsp.buf.document_symbol()
  wait_for('symbols', function()
    return #vim.fn.getqflist() > 0
  end)
  seen.symbols = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    table.insert(seen.symbols, { text = item.text, line = item.lnum })
  end
  vim.cmd('cclose')

  vim.api.nvim_win_set_cursor(0, { has(code).line + 1, 0 })
  seen.offered = {}
  vim.ui.select = function(items, _, choose)
    for index, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(seen.offered, action.title)
      if action.title == chosen_title then
        choose(item, index)
      end
    end
  end
  vim.lsp.buf.code_action()
  wait_for('the repair', function()
    return has(code) == nil and #seen.offered > 0
  end)
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local ok, problem = pcall(work)
if not ok then
  seen.problem = tostring(problem)
end
local out = assert(io.open(vim.env.POSTMORTEM_SEEN, 'w'))
out:write(vim.json.encode(seen))
out:close()
vim.cmd('qall!')
